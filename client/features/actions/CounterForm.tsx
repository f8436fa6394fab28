import { useState } from 'react';
import { Confidence } from '../../../schema/vocabulary';
import { formatDay } from '../../platform/format/dates';
import { DayField } from '../../platform/ui/DayField';
import { Select } from '../../platform/ui/Select';
import { TextField } from '../../platform/ui/TextField';
import { useTypedDay } from '../../platform/ui/useTypedDay';
import { AnswerForm } from './AnswerForm';
import { CONFIDENCE_WORDS } from './promiseWords';

export interface Offer {
  readonly promisedBy: string;
  readonly confidence: keyof typeof Confidence | null;
  readonly reason: string | null;
}

const CONFIDENCES = Object.values(Confidence).map((id) => ({ id, label: CONFIDENCE_WORDS[id] }));

interface CounterFormProps {
  /** What waits for it: 'WS2 B12'. */
  readonly name: string;
  readonly neededBy: string | null;
  readonly isPending: boolean;
  readonly onOffer: (offer: Offer) => void;
  readonly onCancel: () => void;
}

/** Yes, but for a day of one’s own. */
export function CounterForm({ name, neededBy, onOffer, ...form }: CounterFormProps) {
  const { day: promisedBy, complain, field } = useTypedDay();
  const [confidence, setConfidence] = useState<Offer['confidence']>(null);
  const [reason, setReason] = useState('');
  const send = (): void => {
    if (promisedBy === null) complain();
    else onOffer({ promisedBy, confidence, reason: reason.trim() || null });
  };
  const isLater = promisedBy !== null && neededBy !== null && promisedBy > neededBy;
  return (
    <AnswerForm {...form} label={`Another day for ${name}`} verb="Offer this day" onSend={send}>
      <div className="report-choices">
        <DayField label="By when we can" autoFocus {...field} />
        <Select
          label="How sure we are"
          isOptional
          options={CONFIDENCES}
          value={confidence}
          onChange={(id) => setConfidence(id as Offer['confidence'])}
        />
      </div>
      <TextField label="Why" isOptional value={reason} onChange={setReason} />
      {isLater && (
        <p className="quiet">
          It is needed by {formatDay(neededBy)}: whoever asked accepts the later day, or asks again.
        </p>
      )}
    </AnswerForm>
  );
}
