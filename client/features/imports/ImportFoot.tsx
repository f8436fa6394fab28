import { useState } from 'react';
import { formatCount } from '../../platform/format/counts';
import { Button, LinkButton } from '../../platform/ui/Button';
import { Checkbox } from '../../platform/ui/Checkbox';
import { ConfirmDialog } from '../../platform/ui/Dialog';
import { Progress } from '../../platform/ui/Progress';
import type { ImportReport } from './import.queries';
import { COUNTED } from './importWords';

interface ImportFootProps {
  readonly found: ImportReport;
  readonly doing: 'apply' | 'undo' | null;
  /** Whether the viewer may have people made from the file’s names. */
  readonly mayCreatePeople: boolean;
  readonly createMissing: boolean;
  readonly onCreateMissing: (make: boolean) => void;
  readonly onRun: (what: 'apply' | 'undo') => void;
}

/** What can be done with an import, and how it goes. */
export function ImportFoot(props: ImportFootProps) {
  const { found, doing, mayCreatePeople, createMissing, onCreateMissing, onRun } = props;
  const [isAsked, setAsked] = useState(false);
  const { viewerCan, importStatus, plan, counts } = found;
  const sum = (what: 'create' | 'update'): number =>
    COUNTED.reduce((all, { name }) => all + counts[name][what], 0);
  if (doing !== null)
    return (
      <div className="import-foot">
        <div className="import-progress">
          {doing === 'undo' ? (
            <Progress label="Taking it back" />
          ) : (
            <Progress
              label="Bringing it into the plan"
              words={`${formatCount(sum('create'), 'new item')}, ${formatCount(sum('update'), 'change')}`}
            />
          )}
        </div>
      </div>
    );
  const isAgain = importStatus === 'UNDONE';
  return (
    <div className="import-foot">
      <div className="row-tools">
        {viewerCan.apply && (
          <Button look="primary" onPress={() => onRun('apply')}>
            {isAgain ? 'Apply it again' : plan ? `Apply to ${plan.title}` : 'Apply, and begin the plan'}
          </Button>
        )}
        {importStatus === 'APPLIED' && plan && (
          <LinkButton look="primary" href={`/plans/${plan.id}`}>
            Open the plan
          </LinkButton>
        )}
        {viewerCan.undo && (
          <Button icon="undo" onPress={() => setAsked(true)}>
            Undo the import
          </Button>
        )}
        {!viewerCan.apply && !viewerCan.undo && importStatus === 'PREVIEWED' && (
          <p className="quiet">Only those who may bring a workbook into this plan can apply it.</p>
        )}
      </div>
      {viewerCan.apply && mayCreatePeople && (
        <Checkbox isSelected={createMissing} onChange={onCreateMissing}>
          Also add the people it names whose organisation is known here
        </Checkbox>
      )}
      <ConfirmDialog
        isOpen={isAsked}
        title="Undo this import?"
        confirm="Undo the import"
        isDanger
        onConfirm={() => {
          setAsked(false);
          onRun('undo');
        }}
        onClose={() => setAsked(false)}
      >
        What it made is put away, and what it changed goes back. Whatever people changed since stays as it is.
        It can be applied again.
      </ConfirmDialog>
    </div>
  );
}
