import { TextArea } from '../../platform/ui/TextField';
import { type Form, orNull } from '../../platform/ui/useForm';

/** What was said about why something should be considered in public, and the response: as it is typed. */
export interface TypedRepresentations {
  readonly representations: string;
  readonly representationsResponse: string;
}

interface Written {
  readonly representations: string | null;
  readonly representationsResponse: string | null;
}

export const typedRepresentations = (entry: Written): TypedRepresentations => ({
  representations: entry.representations ?? '',
  representationsResponse: entry.representationsResponse ?? '',
});

export const representationsOf = ({ representations, representationsResponse }: TypedRepresentations) => ({
  representations: orNull(representations),
  representationsResponse: orNull(representationsResponse),
});

export const REPRESENTATION_LABELS = {
  representations: 'Representations received',
  representationsResponse: 'Response to them',
};

interface RepresentationsFieldsProps extends Pick<Form<TypedRepresentations>, 'typed' | 'type' | 'errorAt'> {
  readonly autoFocus?: boolean;
}

export function RepresentationsFields({
  typed,
  type,
  errorAt,
  autoFocus = false,
}: RepresentationsFieldsProps) {
  return (
    <>
      <TextArea
        label={REPRESENTATION_LABELS.representations}
        description="What was said about why it should be considered in public, and by whom. Left empty, the notice says that nobody has made any."
        isOptional
        autoFocus={autoFocus}
        rows={4}
        maxLength={4000}
        value={typed.representations}
        onChange={(representations) => type({ representations })}
        {...errorAt('representations')}
      />
      <TextArea
        label={REPRESENTATION_LABELS.representationsResponse}
        description="What the board says to that. Wanted before the notice goes out."
        isOptional
        rows={3}
        maxLength={4000}
        value={typed.representationsResponse}
        onChange={(representationsResponse) => type({ representationsResponse })}
        {...errorAt('representationsResponse')}
      />
    </>
  );
}
