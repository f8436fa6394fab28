import type { Option } from '../../platform/ui/ListItems';
import { ComboBox } from '../../platform/ui/Select';
import { StatusBlock } from '../../platform/ui/StatusPill';
import { endWords, type ReferenceEnd } from './crossReferences';
import { useActionsOfMentioned, useFoundActions, useFoundOutside, useSuggestions } from './suggestions';
import { useContacts } from './useContacts';

/** The other end of a cross-reference as far as it is said: words, or the item that they led to. */
export interface PickedEnd {
  readonly typed: string;
  readonly picked: Option | null;
}

export const NO_END: PickedEnd = { typed: '', picked: null };

function optionOf(end: ReferenceEnd): Option {
  const { name, words } = endWords(end);
  return {
    id: end.id,
    label: `${name} ${words}`.trim(),
    ...('status' in end ? { mark: <StatusBlock status={end.status} isDecorative /> } : {}),
  };
}

interface EndPickerProps {
  readonly label: string;
  readonly description: string;
  /** The item the cross-reference is written at. */
  readonly atId: string;
  readonly partnershipId: string;
  /** The plan whose external dependencies are offered. */
  readonly planId: string;
  readonly end: PickedEnd;
  readonly onChange: (end: PickedEnd) => void;
  /** Whether words that lead nowhere may stand. */
  readonly keepsWords?: boolean;
  readonly error?: string;
}

/** What a cross-reference points at: picked, or typed as people do: 'WS2 B12'. */
export function EndPicker(props: EndPickerProps) {
  const { label, description, atId, partnershipId, planId, end, onChange, keepsWords = false, error } = props;
  const { typed, picked } = end;
  const words = typed.replace(/^@\s*/, '');
  const meant = useSuggestions(atId, words).flatMap((one) => one.item ?? one.candidates);
  const theirs = useActionsOfMentioned(partnershipId, typed);
  const found = useFoundActions(partnershipId, words);
  const outside = useFoundOutside(planId, words);
  const options = new Map([...meant, ...theirs, ...found, ...outside].map((one) => [one.id, optionOf(one)]));
  options.delete(atId);
  if (picked) options.set(picked.id, picked);
  const contacts = useContacts(partnershipId, typed, options.size > 0);
  const empty = keepsWords
    ? 'Nothing recognised: it will be kept as you wrote it'
    : 'Nothing found by these words';
  const title = `${options.size > 0 ? '' : `${empty}. `}You may ask about what you do not see`;
  // What was picked stays picked until its words are changed; the same words typed by hand pick it too.
  const named = (text: string): Option | null =>
    picked?.label === text ? picked : ([...options.values()].find(({ label: one }) => one === text) ?? null);
  return (
    <ComboBox
      label={label}
      description={description}
      options={[...options.values()]}
      value={picked?.id ?? null}
      inputValue={typed}
      allowsCustomValue
      empty={empty}
      {...(contacts.length > 0 ? { sections: [{ title, options: contacts }] } : {})}
      onInputChange={(text) => onChange({ typed: text, picked: named(text) })}
      onChange={(id) => {
        const option = options.get(id ?? '');
        if (option) onChange({ typed: option.label, picked: option });
      }}
      {...(error === undefined ? {} : { error })}
    />
  );
}
