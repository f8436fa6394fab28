import { useState } from 'react';
import type { Refusal } from '../../platform/graphql/errors';
import { refusalOfSaving, refusalWords, type Save } from '../../platform/graphql/saving';
import { Banner } from '../../platform/ui/Banner';
import { FormDialog } from '../../platform/ui/FormDialog';
import { showToast } from '../../platform/ui/toasts';
import { useForm } from '../../platform/ui/useForm';
import { CircleFields } from './CircleFields';
import { ContactFields } from './ContactFields';
import {
  audienceOf,
  type Circle,
  circleOf,
  leavesOut,
  type OwnAudience,
  type Restrictable,
  refusalAtFields,
  sentenceOf,
  staysRestricted,
  TYPE_WORDS,
} from './circle';
import { useRestrict } from './restrict.operations';
import { useCircles } from './useCircles';
import { useContact } from './useContact';

export interface RestrictProps {
  readonly type: Restrictable;
  readonly item: {
    readonly id: string;
    readonly version: number;
    readonly audience: { readonly kind?: string; readonly label: string };
    readonly ownAudience: OwnAudience | null;
  };
  /** As people name it: 'WS2 B12'. */
  readonly name: string;
  /** The organisations that answer for it. */
  readonly suggested: readonly string[];
  readonly partnershipId: string;
  readonly save: (save: Save) => Promise<void>;
  /** Whether the reader may open it to the public. */
  readonly mayPublish?: boolean;
}

/** The circle, and through whom others may ask about what they do not see; undefined is as it stands. */
type Typed = Circle & { readonly contact: string | null | undefined };

/** Narrows who sees an item and all that hangs under it, opens a plan, or lifts either. */
export function RestrictDialog(props: RestrictProps & { readonly onClose: () => void }) {
  const { type: itemType, item, name, suggested, partnershipId, save, mayPublish = false, onClose } = props;
  const { isLoaded, options, names, me } = useCircles(partnershipId);
  const restrict = useRestrict();
  // As it stood when this was opened: if somebody else says who sees it meanwhile, saving asks.
  const [began] = useState(item);
  const said = (circle: Circle): string => sentenceOf(itemType, circle, names) ?? '';
  const owners = suggested.filter((id) => me.organisationIds.includes(id));
  const contact = useContact({
    ...{ actionId: item.id, partnershipId, isAsked: itemType === 'Action' },
    organisationIds: owners.length > 0 ? owners : me.organisationIds,
  });
  const send = async ({ contact: chosen, ...circle }: Typed): Promise<Refusal | null> => {
    const refusal = await refusalOfSaving(save, {
      item: name,
      version: began.version,
      label: () => 'Who sees it',
      show: (_field, _value, side) =>
        side === 'yours' ? said(circle) : (side === 'base' ? began : item).audience.label,
      send: (expectedVersion) =>
        restrict(itemType, { id: item.id, expectedVersion, audience: audienceOf(circle) }),
    });
    if (refusal) return refusalAtFields(refusal, circle);
    const asked = staysRestricted(began, circle) ? (chosen === undefined ? contact.standing : chosen) : null;
    const unasked = asked === undefined ? null : await contact.set(asked);
    if (!unasked) showToast({ tone: 'success', message: `${name}: ${said(circle)}` });
    return unasked && { ...unasked, fields: [{ field: 'contact', message: refusalWords(unasked) }] };
  };
  const begin = circleOf(began.ownAudience, {
    organisationIds: suggested.length > 0 ? suggested : me.organisationIds,
    personIds: me.personId === null ? [] : [me.personId],
  });
  const form = useForm<Typed>({ ...begin, contact: undefined }, send, onClose);
  const { typed, type, errorAt } = form;
  const chosen = typed.contact === undefined ? contact.standing : typed.contact;
  const sentence = sentenceOf(itemType, typed, names);
  return (
    <FormDialog
      {...form}
      title={`Who sees ${name}`}
      lead={`Whoever is left out finds it nowhere: not in lists, counts, searches or history. ${TYPE_WORDS[itemType].below}`}
      verb="Save who sees it"
      onClose={onClose}
    >
      <CircleFields
        label="Seen by"
        kindsOf={itemType}
        mayPublish={mayPublish || began.ownAudience?.kind === 'EVERYONE'}
        {...{ typed, type, errorAt, options }}
      />
      <p role="status">{sentence ?? (isLoaded && <span className="quiet">Say which.</span>)}</p>
      {contact.choices.length > 0 && chosen !== undefined && staysRestricted(began, typed) && (
        <ContactFields
          {...{ choices: contact.choices, chosen }}
          onChange={(one) => type({ contact: one })}
          {...errorAt('contact')}
        />
      )}
      {isLoaded && !form.refusal && leavesOut(typed, me) && (
        <Banner tone="warning">
          You would no longer see it yourself. Include your organisation, your board or yourself.
        </Banner>
      )}
    </FormDialog>
  );
}
