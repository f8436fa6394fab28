import { useState } from 'react';
import type { Refusal } from '../../platform/graphql/errors';
import { refusalOfSaving, type Save } from '../../platform/graphql/saving';
import { Banner } from '../../platform/ui/Banner';
import { showToast } from '../../platform/ui/toasts';
import { FormDialog } from '../organisations/FormDialog';
import { useForm } from '../organisations/useForm';
import { CircleFields } from './CircleFields';
import {
  audienceOf,
  type Circle,
  circleOf,
  leavesOut,
  type OwnAudience,
  type Restrictable,
  refusalAtFields,
  sentenceOf,
  TYPE_WORDS,
} from './circle';
import { useRestrict } from './restrict.operations';
import { useCircles } from './useCircles';

export interface RestrictProps {
  readonly type: Restrictable;
  readonly item: {
    readonly id: string;
    readonly version: number;
    readonly audience: { readonly label: string };
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

/** Narrows who sees an item and all that hangs under it, opens a plan, or lifts either. */
export function RestrictDialog(props: RestrictProps & { readonly onClose: () => void }) {
  const { type: itemType, item, name, suggested, partnershipId, save, mayPublish = false, onClose } = props;
  const { isLoaded, options, names, me } = useCircles(partnershipId);
  const restrict = useRestrict();
  // As it stood when this was opened: if somebody else says who sees it meanwhile, saving asks.
  const [began] = useState(item);
  const said = (circle: Circle): string => sentenceOf(itemType, circle, names) ?? '';
  const send = async (circle: Circle): Promise<Refusal | null> => {
    const refusal = await refusalOfSaving(save, {
      item: name,
      version: began.version,
      label: () => 'Who sees it',
      show: (_field, _value, side) =>
        side === 'yours' ? said(circle) : (side === 'base' ? began : item).audience.label,
      send: (expectedVersion) =>
        restrict(itemType, { id: item.id, expectedVersion, audience: audienceOf(circle) }),
    });
    if (!refusal) showToast({ tone: 'success', message: `${name}: ${said(circle)}` });
    return refusal && refusalAtFields(refusal, circle);
  };
  const begin = circleOf(began.ownAudience, {
    organisationIds: suggested.length > 0 ? suggested : me.organisationIds,
    personIds: me.personId === null ? [] : [me.personId],
  });
  const form = useForm(begin, send, onClose);
  const { typed, type, errorAt } = form;
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
      {isLoaded && !form.refusal && leavesOut(typed, me) && (
        <Banner tone="warning">
          You would no longer see it yourself. Include your organisation, your board or yourself.
        </Banner>
      )}
    </FormDialog>
  );
}
