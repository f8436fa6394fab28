import { type FormEvent, useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { useHere } from '../../platform/auth/viewer-context';
import { formatReference } from '../../platform/format/references';
import type { Refusal } from '../../platform/graphql/errors';
import { refusalWords } from '../../platform/graphql/saving';
import { Banner } from '../../platform/ui/Banner';
import { Button } from '../../platform/ui/Button';
import { Dialog } from '../../platform/ui/Dialog';
import { ComboBox } from '../../platform/ui/Select';
import { TextArea, TextField } from '../../platform/ui/TextField';
import { useRiskVerbs } from './risk.operations';
import type { Register } from './risk.queries';
import { type Draft, draftOf, ScoreFields } from './ScoreFields';

interface AddRiskDialogProps {
  readonly register: Register;
  readonly addressOf: (riskId: string) => string;
  readonly onClose: () => void;
}

const NOTHING = { reference: '', cause: '', event: '', effect: '' };

/** Where this reader may add a risk: workstreams, and whole plans. */
const placesOf = (register: Register) =>
  register.plans.map(({ id, title, viewerCan, workstreams }) => ({
    title,
    options: [
      ...(viewerCan.create ? [{ id: `${id} `, label: `All of ${title}` }] : []),
      ...workstreams
        .filter((one) => one.viewerCan.create)
        .map((one) => ({
          id: `${id} ${one.id}`,
          label: [formatReference(one.number, null), one.title].filter(Boolean).join(' '),
        })),
    ],
  }));

/** A new risk. It opens at once, so that what is done about it can be said next. */
export function AddRiskDialog({ register, addressOf, onClose }: AddRiskDialogProps) {
  const verbs = useRiskVerbs();
  const navigate = useNavigate();
  const { organisations } = useHere();
  const form = useId();
  // Minted once, so that sending twice makes one.
  const [id] = useState(() => crypto.randomUUID());
  const places = placesOf(register).filter(({ options }) => options.length > 0);
  const [place, setPlace] = useState<string | null>(places[0]?.options[0]?.id ?? null);
  const [owner, setOwner] = useState<string | null>(organisations[0]?.organisation.id ?? null);
  const [typed, setTyped] = useState(NOTHING);
  const [score, setScore] = useState<Draft>(() => draftOf(null));
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isPending, setPending] = useState(false);
  const [planId = '', workstreamId = ''] = place?.split(' ') ?? [];

  const field = (name: keyof typeof NOTHING) => {
    const error = refusal?.fields.find((one) => one.field === name)?.message;
    return {
      value: typed[name],
      onChange: (text: string) => setTyped({ ...typed, [name]: text }),
      ...(error === undefined ? {} : { error }),
    };
  };
  const create = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (place === null) return;
    setPending(true);
    const words = Object.entries(typed).flatMap(([key, text]) => (text.trim() ? [[key, text.trim()]] : []));
    const refused = await verbs.create({
      id,
      planId,
      event: typed.event.trim(),
      ...Object.fromEntries(words),
      ...(workstreamId ? { workstreamId } : {}),
      ...(score ? { current: score } : {}),
      ...(owner ? { owners: [{ role: 'ACCOUNTABLE', organisationId: owner }] } : {}),
    });
    setPending(false);
    setRefusal(refused);
    if (refused) return;
    onClose();
    void navigate(addressOf(id), { preventScrollReset: true });
  };
  return (
    <Dialog
      isOpen
      isDismissable={typed === NOTHING}
      title="Add a risk"
      lead="Actions that its words name, such as “WS2 B12 may be late”, are recognised."
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={form} isPending={isPending}>
            Add the risk
          </Button>
        </>
      }
    >
      <form id={form} className="risk-stack" onSubmit={(event) => void create(event)}>
        {refusal && refusal.fields.length === 0 && (
          <Banner tone="danger" isLive>
            {refusalWords(refusal)}
          </Banner>
        )}
        <ComboBox label="A risk to" sections={places} value={place} onChange={setPlace} />
        <TextField label="Reference" isOptional {...field('reference')} />
        <TextArea label="Cause" isOptional rows={2} description="Because of what" {...field('cause')} />
        <TextArea
          label="Event"
          isRequired
          autoFocus
          rows={2}
          description="What may happen"
          {...field('event')}
        />
        <TextArea label="Effect" isOptional rows={2} description="Leading to what" {...field('effect')} />
        <ScoreFields label="Score now" value={score} onChange={setScore} />
        <ComboBox
          label="Owned by"
          isOptional
          options={register.organisations.map(({ id: key, name }) => ({ id: key, label: name }))}
          value={owner}
          onChange={setOwner}
        />
      </form>
    </Dialog>
  );
}
