import { refusalWords } from '../../platform/graphql/saving';
import { EditInPlaceText } from '../../platform/ui/EditInPlaceText';
import { useMeetingContext } from './meetingContext';

interface SectionHeadProps {
  readonly section: string;
  /** Whether it has items yet; what is only begun is not renamed. */
  readonly hasItems: boolean;
  readonly isPrinted: boolean;
}

/** The heading of a section, given another name where it stands. */
export function SectionHead({ section, hasItems, isPrinted }: SectionHeadProps) {
  const { meeting, verbs, canKeep } = useMeetingContext();
  if (!canKeep && section === '') return null;
  const rename = async (name: string): Promise<void> => {
    const refusal = await verbs.renameSection({ meetingId: meeting.id, section, name });
    if (refusal?.fields.some(({ field }) => field.endsWith('section')))
      throw new Error('Somebody else has just renamed it. Your name for it is still here.');
    if (refusal) throw new Error(refusalWords(refusal));
  };
  return (
    <h3 className={section === '' || !isPrinted ? 'agenda-section no-print' : 'agenda-section'}>
      <EditInPlaceText
        label={section === '' ? 'the heading' : `the heading ${section}`}
        value={section}
        placeholder="No heading"
        canEdit={canKeep && hasItems}
        onSave={rename}
      />
    </h3>
  );
}
