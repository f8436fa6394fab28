import { type FormEvent, useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import type { Refusal } from '../../platform/graphql/errors';
import { refusalWords } from '../../platform/graphql/saving';
import { Banner } from '../../platform/ui/Banner';
import { Button } from '../../platform/ui/Button';
import { FileDrop } from '../../platform/ui/FileDrop';
import { Icon } from '../../platform/ui/Icon';
import { Progress } from '../../platform/ui/Progress';
import { Select } from '../../platform/ui/Select';
import { beginPlan } from '../plans/PlanFields';
import { useImportVerbs } from './import.operations';
import type { Destinations } from './import.queries';
import { NewPlanFields, newPlanOf } from './NewPlanFields';
import { ACCEPTED, sendFile, whyNot } from './upload';

interface ImportStartProps {
  readonly partnership: Destinations;
  readonly onPreviewed: (id: string) => void;
}

const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} kB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** Which file, and where it goes. */
export function ImportStart({ partnership, onPreviewed }: ImportStartProps) {
  const verbs = useImportVerbs();
  const plans = partnership.plans.filter((plan) => plan.viewerCan.import);
  const [file, setFile] = useState<File | null>(null);
  const [where, setWhere] = useState<'plan' | 'new'>(plans.length > 0 ? 'plan' : 'new');
  const [planId, setPlanId] = useState<string | null>(null);
  const [typed, setTyped] = useState(beginPlan);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isReading, setReading] = useState(false);
  const wrongFile = file ? whyNot(file) : null;
  const isNew = where === 'new';

  const read = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    // Pressed twice, it is read once; the button keeps the focus meanwhile.
    if (isReading || !file || wrongFile || (!isNew && !planId)) return;
    setReading(true);
    setRefusal(null);
    const upload = await sendFile(file);
    const answer =
      'refusal' in upload
        ? { made: null, refusal: upload.refusal }
        : await verbs.preview({
            // A new one each time: what was chosen may be another file or another plan.
            id: crypto.randomUUID(),
            ...upload.sent,
            ...(isNew ? { newPlan: newPlanOf(partnership.id, typed) } : { planId }),
          });
    setReading(false);
    setRefusal(answer.refusal);
    if (answer.made) onPreviewed(answer.made.id);
  };
  const errorAt = (field: string): { error?: string } => {
    const found = refusal?.fields.find((one) => one.field === field || one.field === `newPlan.${field}`);
    return found ? { error: found.message } : {};
  };
  return (
    <form className="import-start" onSubmit={(event) => void read(event)}>
      <FileDrop
        label={file ? file.name : 'Drop a workbook here'}
        note={
          file
            ? `${sizeOf(file.size)}. Choose again to take another.`
            : 'An Excel workbook (.xlsx) or a table (.csv), up to 10 MB'
        }
        accept={ACCEPTED}
        isDisabled={isReading}
        onFiles={([chosen]) => {
          setFile(chosen ?? null);
          setRefusal(null);
        }}
      />
      <p className="visually-hidden" role="status">
        {file ? `Chosen: ${file.name}` : ''}
      </p>
      {wrongFile && (
        <Banner tone="danger" isLive>
          {wrongFile}
        </Banner>
      )}
      {partnership.viewerCan.createPlan && plans.length > 0 && (
        <RadioGroup
          className="import-where"
          aria-label="Where it goes"
          value={where}
          onChange={(chosen) => setWhere(chosen === 'new' ? 'new' : 'plan')}
        >
          {(['plan', 'new'] as const).map((each) => (
            <Radio key={each} value={each} className="import-choice">
              <Icon name={each === 'plan' ? 'plan' : 'plus'} />
              {each === 'plan' ? 'Into a plan that is here' : 'As a new plan'}
            </Radio>
          ))}
        </RadioGroup>
      )}
      {isNew ? (
        <NewPlanFields
          typed={typed}
          onChange={(plan) => {
            setTyped(plan);
            // A field that stays wrong would keep the form from being sent.
            setRefusal(null);
          }}
          boards={partnership.boards}
          errorAt={errorAt}
        />
      ) : (
        <Select
          label="Plan"
          options={plans.map(({ id, title }) => ({ id, label: title }))}
          value={planId}
          onChange={(id) => {
            setPlanId(id);
            setRefusal(null);
          }}
          {...errorAt('planId')}
        />
      )}
      {refusal && (
        <Banner tone="danger" isLive>
          {refusalWords(refusal)}
        </Banner>
      )}
      {isReading && <Progress label={`Reading ${file?.name ?? 'the file'}`} />}
      <div>
        <Button look="primary" type="submit" isDisabled={!file || wrongFile !== null || (!isNew && !planId)}>
          See what it would change
        </Button>
      </div>
    </form>
  );
}
