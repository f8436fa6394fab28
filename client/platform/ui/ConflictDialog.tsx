import { type ReactNode, useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { Button } from './Button';
import { Dialog } from './Dialog';
import './blocks.css';

export interface ConflictField {
  readonly name: string;
  readonly label: string;
  /** The value that both sides began from, theirs now, and what was typed here. */
  readonly base: ReactNode;
  readonly theirs: ReactNode;
  readonly yours: ReactNode;
}

export type Side = 'theirs' | 'yours';

export interface ConflictDialogProps {
  readonly isOpen: boolean;
  /** What both were changing: 'WS2 B12'. */
  readonly item: string;
  /** Who changed it meanwhile and when: 'A. Khan, Eden District Council, 2 minutes ago'. */
  readonly theirsBy: string;
  readonly fields: readonly ConflictField[];
  readonly onResolve: (choices: Readonly<Record<string, Side>>) => void;
  /** Goes back to the form with everything typed still in it. */
  readonly onBack: () => void;
  readonly isPending?: boolean;
}

interface FieldChoiceProps {
  readonly field: ConflictField;
  readonly theirsBy: string;
  readonly side: Side | undefined;
  readonly onChoose: (side: Side) => void;
}

function FieldChoice({ field, theirsBy, side, onChoose }: FieldChoiceProps) {
  const sides = [
    { id: 'theirs', head: 'Keep theirs', by: theirsBy, value: field.theirs },
    { id: 'yours', head: 'Keep yours', by: 'You, just now', value: field.yours },
  ] as const;
  return (
    <div className="conflict">
      <h3 id={`conflict-${field.name}`}>{field.label}</h3>
      <div className="conflict-base">
        <span className="quiet">You both began from</span>
        <span>{field.base}</span>
      </div>
      <RadioGroup
        className="conflict-sides"
        aria-labelledby={`conflict-${field.name}`}
        value={side ?? null}
        onChange={(chosen) => onChoose(chosen === 'theirs' ? 'theirs' : 'yours')}
      >
        {sides.map(({ id, head, by, value }) => (
          <Radio key={id} value={id} className="conflict-side">
            <span className="conflict-side-head">
              <span className="conflict-dot" aria-hidden="true" />
              {head}
            </span>
            <span className="quiet">{by}</span>
            <span>{value}</span>
          </Radio>
        ))}
      </RadioGroup>
    </div>
  );
}

/** Two people changed the same field. Shows both, decides nothing by itself, and cannot be clicked away by mistake. */
export function ConflictDialog(props: ConflictDialogProps) {
  const { isOpen, item, theirsBy, fields, onResolve, onBack, isPending = false } = props;
  const [choices, setChoices] = useState<Readonly<Record<string, Side>>>({});
  const isDecided = fields.every((field) => choices[field.name] !== undefined);
  return (
    <Dialog
      isOpen={isOpen}
      isWide
      isDismissable={false}
      title={`${item} was changed while you were writing`}
      lead="Choose which to keep. What you do not keep stays in the history, under the name of whoever wrote it."
      onClose={onBack}
      actions={
        <>
          <Button onPress={onBack}>Back to my text</Button>
          <Button
            look="primary"
            isDisabled={!isDecided}
            isPending={isPending}
            onPress={() => onResolve(choices)}
          >
            Save what I chose
          </Button>
        </>
      }
    >
      {fields.map((field) => (
        <FieldChoice
          key={field.name}
          field={field}
          theirsBy={theirsBy}
          side={choices[field.name]}
          onChoose={(side) => setChoices((before) => ({ ...before, [field.name]: side }))}
        />
      ))}
    </Dialog>
  );
}
