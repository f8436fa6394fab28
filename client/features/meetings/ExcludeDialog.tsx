import { useState } from 'react';
import { usePartnership } from '../../platform/auth/viewer-context';
import type { Refusal } from '../../platform/graphql/errors';
import { refusalOfSaving } from '../../platform/graphql/saving';
import { Banner } from '../../platform/ui/Banner';
import { CheckboxList } from '../../platform/ui/CheckboxList';
import { FormDialog } from '../../platform/ui/FormDialog';
import { TextArea } from '../../platform/ui/TextField';
import { showToast } from '../../platform/ui/toasts';
import { orNull, useForm } from '../../platform/ui/useForm';
import { CircleFields } from '../plans/CircleFields';
import { audienceOf, type Circle, leavesOut, refusalAtFields, sentenceOf } from '../plans/circle';
import { useCircles } from '../plans/useCircles';
import { circleOfItem, type Exclusion, exclusionWords } from './exclusions';
import { exemptionsOfItem } from './exemptions';
import type { AgendaLine } from './meeting.queries';
import { itemName, useMeetingContext } from './meetingContext';

interface ExcludeDialogProps {
  readonly item: AgendaLine;
  readonly onClose: () => void;
}

type Typed = Circle & Exclusion;

/** On what grounds press and public are excluded from an item, why, and who sees it. */
export function ExcludeDialog({ item, onClose }: ExcludeDialogProps) {
  const { meeting, verbs, save } = useMeetingContext();
  const { options, names, me, isLoaded } = useCircles(usePartnership()?.id ?? '');
  // As it stood when this was opened: if somebody else says so meanwhile, saving asks.
  const [began] = useState(item);
  const said = (circle: Circle): string => sentenceOf('AgendaItem', circle, names) ?? '';
  const send = async ({
    exemptionParagraphs,
    exemptionReason,
    ...circle
  }: Typed): Promise<Refusal | null> => {
    if (exemptionParagraphs.length === 0) return noParagraph;
    const refusal = await refusalOfSaving(save, {
      item: itemName(item),
      version: began.version,
      ...exclusionWords(item, said(circle)),
      send: (expectedVersion) =>
        verbs.restrictItem({
          ...{ id: item.id, expectedVersion, audience: audienceOf(circle) },
          ...{ exemptionParagraphs: [...exemptionParagraphs], exemptionReason: orNull(exemptionReason) },
        }),
    });
    if (refusal) return refusalAtFields(refusal, circle);
    showToast({ tone: 'success', message: `${itemName(item)}: press and public are excluded` });
    return null;
  };
  const form = useForm<Typed>(
    {
      ...circleOfItem(began, meeting, me),
      exemptionParagraphs: began.exemptionParagraphs,
      exemptionReason: began.exemptionReason ?? '',
    },
    send,
    onClose,
  );
  const { typed, type, errorAt } = form;
  const known = exemptionsOfItem(item, meeting);
  const kept = began.exemptionParagraphs.filter((one) => known.every(({ paragraph }) => paragraph !== one));
  const sentence = sentenceOf('AgendaItem', typed, names);
  return (
    <FormDialog
      {...form}
      title={`Exclude press and public from ${itemName(item)}`}
      lead="It moves behind the public part. Whoever is left out finds it nowhere: not by number, time or count."
      verb="Exclude press and public"
      onClose={onClose}
    >
      <CheckboxList
        label="Exemption paragraphs it relies on"
        description="The resolution is drafted from them."
        options={[...known, ...kept.map((paragraph) => ({ paragraph, label: `Paragraph ${paragraph}` }))].map(
          ({ paragraph, label }) => ({ id: paragraph, label }),
        )}
        value={typed.exemptionParagraphs}
        onChange={(exemptionParagraphs) => type({ exemptionParagraphs })}
        empty="The rules of the board give no ground for excluding anybody."
        {...errorAt('exemptionParagraphs')}
      />
      <TextArea
        label="Public interest"
        description="Why withholding it outweighs telling it"
        isOptional
        rows={3}
        maxLength={2000}
        value={typed.exemptionReason}
        onChange={(exemptionReason) => type({ exemptionReason })}
        {...errorAt('exemptionReason')}
      />
      <CircleFields
        label="Seen by"
        kindsOf="AgendaItem"
        mayPublish={false}
        {...{ typed, type, errorAt, options }}
      />
      <p role="status">{sentence ?? (isLoaded && <span className="quiet">Say which.</span>)}</p>
      {isLoaded && !form.refusal && leavesOut(typed, me) && (
        <Banner tone="warning">
          You would no longer see it yourself. Include your organisation or yourself.
        </Banner>
      )}
    </FormDialog>
  );
}

const noParagraph: Refusal = {
  code: 'INVALID_INPUT',
  message: '',
  conflicts: [],
  fields: [
    { field: 'exemptionParagraphs', message: 'Choose at least one: without a ground nobody is excluded.' },
  ],
};
