import { type FormEvent, useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { formatReference } from '../../platform/format/references';
import type { Refusal } from '../../platform/graphql/errors';
import { refusalWords } from '../../platform/graphql/saving';
import { Banner } from '../../platform/ui/Banner';
import { Button } from '../../platform/ui/Button';
import { Dialog } from '../../platform/ui/Dialog';
import { Select } from '../../platform/ui/Select';
import { TextField } from '../../platform/ui/TextField';
import { usePlanContext } from '../plans/planContext';
import { AlikeElsewhere } from './AlikeElsewhere';
import { useActionVerbs } from './action.operations';

interface AddActionDialogProps {
  readonly workstreams: readonly {
    readonly id: string;
    readonly number: string | null;
    readonly title: string;
  }[];
  /** The action it will stand below, with its name. */
  readonly parent: { readonly id: string; readonly name: string } | null;
  readonly onClose: () => void;
}

const NOTHING = { title: '', reference: '', timing: '' };

/** A new action. It opens at once, so that who leads it can be said next. */
export function AddActionDialog({ workstreams, parent, onClose }: AddActionDialogProps) {
  const { addressOf, planId } = usePlanContext();
  const navigate = useNavigate();
  const verbs = useActionVerbs();
  const form = useId();
  // Minted once, so that sending twice makes one.
  const [id] = useState(() => crypto.randomUUID());
  const [workstreamId, setWorkstreamId] = useState<string | null>(workstreams[0]?.id ?? null);
  const [typed, setTyped] = useState(NOTHING);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isPending, setPending] = useState(false);

  const errorAt = (name: string): { error?: string } => {
    const found = refusal?.fields.find(({ field }) => field === name);
    return found ? { error: found.message } : {};
  };
  const create = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (workstreamId === null) return;
    setPending(true);
    const { title, reference, timing } = typed;
    const refused = await verbs.create({
      id,
      workstreamId,
      title: title.trim(),
      ...(reference.trim() ? { reference: reference.trim() } : {}),
      ...(timing.trim() ? { timing: timing.trim() } : {}),
      ...(parent ? { parentId: parent.id } : {}),
    });
    setPending(false);
    setRefusal(refused);
    if (refused) return;
    onClose();
    void navigate(addressOf(`actions/${id}`), { preventScrollReset: true });
  };
  return (
    <Dialog
      isOpen
      isDismissable={typed === NOTHING}
      title="Add an action"
      {...(parent ? { lead: `Below ${parent.name}` } : {})}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={form} isPending={isPending}>
            Add the action
          </Button>
        </>
      }
    >
      <form id={form} className="stack" onSubmit={(event) => void create(event)}>
        {refusal && refusal.fields.length === 0 && (
          <Banner tone="danger" isLive>
            {refusalWords(refusal)}
          </Banner>
        )}
        {!parent && (
          <Select
            label="Workstream"
            options={workstreams.map((one) => ({
              id: one.id,
              label: [formatReference(one.number, null), one.title].filter(Boolean).join(' '),
            }))}
            value={workstreamId}
            onChange={setWorkstreamId}
          />
        )}
        <div>
          <TextField
            label="What is to be done"
            isRequired
            autoFocus
            value={typed.title}
            onChange={(title) => setTyped({ ...typed, title })}
            {...errorAt('title')}
          />
          <AlikeElsewhere planId={planId} title={typed.title} />
        </div>
        <TextField
          label="Reference"
          isOptional
          description="As it is in your plan, such as B2.3"
          value={typed.reference}
          onChange={(reference) => setTyped({ ...typed, reference })}
          {...errorAt('reference')}
        />
        <TextField
          label="Due"
          isOptional
          description="As you would write it: “end of March 2027”, “Q3”, “ongoing”"
          value={typed.timing}
          onChange={(timing) => setTyped({ ...typed, timing })}
          {...errorAt('timing')}
        />
      </form>
    </Dialog>
  );
}
