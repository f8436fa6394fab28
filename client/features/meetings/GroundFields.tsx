import { CheckboxList } from '../../platform/ui/CheckboxList';
import { TextArea } from '../../platform/ui/TextField';
import type { Form } from '../../platform/ui/useForm';
import type { Exemption } from './exemptions';

export interface Ground {
  readonly exemptionParagraphs: string[];
  readonly privateReason: string;
}

interface GroundFieldsProps extends Pick<Form<Ground>, 'typed' | 'type' | 'errorAt'> {
  readonly exemptions: readonly Exemption[];
}

/** By what right a report is confidential: a paragraph; words alone where the rules of the board have none. */
export function GroundFields({ exemptions, typed, type, errorAt }: GroundFieldsProps) {
  const hasNone = exemptions.length === 0;
  return (
    <>
      <CheckboxList
        label="By which paragraph"
        description="Of the rules of the board. More than one may apply."
        options={exemptions.map(({ paragraph, label }) => ({ id: paragraph, label }))}
        value={typed.exemptionParagraphs}
        onChange={(exemptionParagraphs) => type({ exemptionParagraphs })}
        empty="The rules of the board have no paragraphs: say below why, in words."
        {...errorAt('exemptionParagraphs')}
      />
      <TextArea
        label="Why, for everybody to read"
        isOptional={!hasNone}
        isRequired={hasNone}
        rows={3}
        maxLength={1000}
        description={
          hasNone
            ? 'Stands in the published forward plan, and with the item of the agenda.'
            : 'Stands in the published forward plan. Left empty, the wording of the paragraphs does.'
        }
        value={typed.privateReason}
        onChange={(privateReason) => type({ privateReason })}
        {...errorAt('privateReason')}
      />
    </>
  );
}
