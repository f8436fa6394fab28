import { type FocusEvent, Fragment, useCallback, useMemo, useState } from 'react';
import { useViewer } from '../../platform/auth/viewer-context';
import { AddItem } from './AddItem';
import { AgendaRow } from './AgendaRow';
import { besideOf, blocksOf } from './agendaParts';
import type { PresentAt } from './meeting.live';
import { useMeetingContext } from './meetingContext';
import { NewSection } from './NewSection';
import { Resolution } from './Resolution';
import { SectionHead } from './SectionHead';
import { type Drop, useDragging } from './useDragging';
import { type Move, useMoves, useSectionMoves } from './useMoves';

interface AgendaProps {
  readonly present: readonly PresentAt[];
  readonly fresh: ReadonlySet<string>;
  /** At which item this reader is. */
  readonly onAt: (itemId: string | null) => void;
}

function Nothing() {
  const viewer = useViewer();
  return (
    <p className="quiet">
      {viewer ? 'Nothing is on the agenda yet.' : 'The agenda stands here once it is published.'}
    </p>
  );
}

/**
 * The agenda, built or read. All rows stand in one list, whatever they are under: somebody who types in a row while
 * another moves it goes on typing.
 */
export function Agenda({ present, fresh, onAt }: AgendaProps) {
  const { meeting, canKeep, verbs } = useMeetingContext();
  const [begun, setBegun] = useState<readonly string[]>([]);
  const [newest, setNewest] = useState<string | null>(null);
  const begin = useCallback(
    (section: string): void => setBegun((all) => (all.includes(section) ? all : [...all, section])),
    [],
  );
  const sendMove = useMoves(meeting.id, verbs);
  const moveSection = useSectionMoves(meeting.id, verbs);
  const move: Move = (id, whither) => {
    // A heading does not go with its last item: it may be wanted again.
    const item = meeting.agendaItems.find((one) => one.id === id);
    if (item && !item.isRestricted) begin(item.section);
    sendMove(id, whither);
  };
  const dragging = useDragging((id, { targetId, side }: Drop) =>
    move(id, (items) => besideOf(items, id, targetId, side)),
  );
  const { startsAt, agendaItems } = meeting;
  const isEmpty = agendaItems.length === 0;
  const blocks = useMemo(
    () => blocksOf(startsAt, agendaItems, canKeep ? (isEmpty && begun.length === 0 ? [''] : begun) : []),
    [startsAt, agendaItems, canKeep, isEmpty, begun],
  );
  const onFocus = ({ target }: FocusEvent): void =>
    onAt(target.closest<HTMLElement>('[data-agenda-item]')?.dataset['agendaItem'] ?? null);
  const firstRestricted = blocks.find(({ isRestricted }) => isRestricted);
  const newSection = canKeep && (
    <NewSection
      key="new section"
      onBegin={(section) => {
        begin(section);
        setNewest(section);
      }}
    />
  );
  return (
    <section className="agenda" aria-labelledby="agenda" onFocus={onFocus} onBlur={() => onAt(null)}>
      <h2 id="agenda">Agenda</h2>
      {isEmpty && <Nothing />}
      <div className="agenda-lines">
        {blocks.flatMap((block) => [
          block === firstRestricted && (
            <Fragment key="resolution">
              {newSection}
              <Resolution />
            </Fragment>
          ),
          <SectionHead
            key={`heading ${block.key}`}
            section={block.section}
            isRestricted={block.isRestricted}
            move={moveSection}
            hasItems={block.stands.length > 0}
            isPrinted={block.stands.length > 0}
            isFirst={block === blocks[0] || block === firstRestricted}
            isOnly={blocks.filter(({ section }) => section === block.section).length === 1}
          />,
          ...block.stands.map((stands) => (
            <AgendaRow
              key={stands.item.id}
              stands={stands}
              isFresh={fresh.has(stands.item.id)}
              present={present.filter(({ itemId }) => itemId === stands.item.id)}
              move={move}
              dragging={dragging}
            />
          )),
          canKeep && block.isLast && !block.isRestricted && (
            <AddItem
              key={`add ${block.section}`}
              section={block.section}
              onBegun={begin}
              autoFocus={block.section === newest}
            />
          ),
        ])}
        {!firstRestricted && newSection}
      </div>
    </section>
  );
}
