import type { KeyboardEvent } from 'react';
import { refusalWords } from '../../platform/graphql/saving';
import { classes } from '../../platform/ui/classes';
import { EditInPlaceText } from '../../platform/ui/EditInPlaceText';
import type { MenuEntry } from '../../platform/ui/Menu';
import { RowMenu } from '../organisations/RowMenu';
import { sectionStepOf } from './agendaParts';
import { altArrow } from './altArrow';
import { useMeetingContext } from './meetingContext';
import { type MoveSection, sectionName } from './useMoves';
import './sectionHead.css';

interface SectionHeadProps {
  readonly section: string;
  readonly isRestricted: boolean;
  readonly move: MoveSection;
  /** Whether it has items yet; what is only begun is not renamed. */
  readonly hasItems: boolean;
  readonly isPrinted: boolean;
  readonly isFirst: boolean;
  /** Whether it stands once: what opens and what closes a meeting both stand under no heading, and are not renamed as one. */
  readonly isOnly: boolean;
}

/** The heading of a section, given another name where it stands, and moved with all that stands under it by keys or menu. */
export function SectionHead({
  section,
  isRestricted,
  move,
  hasItems,
  isPrinted,
  isFirst,
  isOnly,
}: SectionHeadProps) {
  const { meeting, verbs, canKeep } = useMeetingContext();
  // Read, what stands under no heading must not seem to stand under the one before.
  const rule = section === '' && !isFirst && (
    <hr className={canKeep ? 'agenda-break on-paper' : 'agenda-break'} />
  );
  if (!canKeep && section === '') return rule;
  const rename = async (name: string): Promise<void> => {
    const refusal = await verbs.renameSection({ meetingId: meeting.id, section, name });
    if (refusal?.fields.some(({ field }) => field.endsWith('section')))
      throw new Error('Somebody else has just renamed it. Your name for it is still here.');
    if (refusal) throw new Error(refusalWords(refusal));
  };
  const head = { section, isRestricted };
  const canStep = (how: 'up' | 'down'): boolean => sectionStepOf(meeting.agendaItems, head, how) !== null;
  const step = (how: 'up' | 'down'): MenuEntry => ({
    ...{ id: how, label: `Move ${how}`, icon: `arrow-${how}`, keys: how === 'up' ? 'Alt ↑' : 'Alt ↓' },
    isDisabled: !canStep(how),
    onAction: () => move(head, how),
  });
  const isMoved = canKeep && hasItems && (canStep('up') || canStep('down'));
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const how = altArrow(event);
    if (how) move(head, how);
  };
  return (
    <>
      {rule}
      <div
        className={classes('agenda-section', (section === '' || !isPrinted) && 'no-print')}
        {...(isMoved ? { onKeyDown } : {})}
      >
        <h3>
          <EditInPlaceText
            label={section === '' ? 'the heading' : `the heading ${section}`}
            value={section}
            placeholder="No heading"
            canEdit={canKeep && hasItems && (section !== '' || isOnly)}
            onSave={rename}
          />
        </h3>
        {isMoved && (
          <span className="agenda-menu no-print">
            <RowMenu label={`What to do with ${sectionName(section)}`} entries={[step('up'), step('down')]} />
          </span>
        )}
      </div>
    </>
  );
}
