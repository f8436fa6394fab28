import { useState } from 'react';
import { useToday } from '../../platform/format/useToday';
import { Button } from '../../platform/ui/Button';
import { ItemDialog } from './ItemDialog';
import { meetingName } from './MeetingHead';
import { useMeetingContext } from './meetingContext';
import { OwedLine } from './OwedLine';
import type { Outstanding, OutstandingItem } from './outstanding.queries';
import { asText, byRecipient, countWords, type OwedBy } from './outstandingWords';
import { RepresentationsDialog } from './RepresentationsDialog';
import { useNudging } from './useNudging';

interface WhoIsLateProps {
  readonly outstanding: Outstanding;
  readonly refresh: () => void;
}

/** What is late or due soon, by who owes it: one list, to nudge from or to take along for a mail. */
export function WhoIsLate({ outstanding, refresh }: WhoIsLateProps) {
  const { meeting, canKeep } = useMeetingContext();
  const today = useToday();
  const { isNudging, nudgeAll, nudgeOne, copy } = useNudging(meeting.id, refresh);
  const [atId, setAtId] = useState<string | null>(null);
  const at = meeting.agendaItems.find(({ id }) => id === atId);
  const [saidOf, setSaidOf] = useState<{ id: string; title: string } | null>(null);
  const entry = [
    ...meeting.agendaItems.flatMap(({ forwardPlanEntry }) => forwardPlanEntry ?? []),
    ...meeting.plannedEntries,
  ].find(({ id }) => id === saidOf?.id);
  const groups = byRecipient(outstanding.items);
  const toNudge = groups.filter(({ to }) => to !== null);
  const text = (some: readonly OwedBy[]): string =>
    asText(some, { name: meetingName(meeting), meetsOn: meeting.meetsOn }, today);
  if (meeting.meetingStatus !== 'PLANNED') return null;
  return (
    <section className="who-is-late" aria-labelledby="who-is-late">
      <header>
        <h2 id="who-is-late">Who is late</h2>
        {groups.length > 0 && <span className="quiet">{countWords(outstanding)}</span>}
      </header>
      {groups.length === 0 && (
        <p className="quiet">Nobody: nothing is late, or due within ten working days.</p>
      )}
      {canKeep && toNudge.length > 0 && (
        <div className="owed-verbs">
          <Button isPending={isNudging === 'all'} onPress={() => void nudgeAll()}>
            Nudge them all
          </Button>
          <Button look="quiet" onPress={() => void copy(text(groups))}>
            Copy as text
          </Button>
        </div>
      )}
      {groups.map((group) => (
        <Group
          key={group.key}
          group={group}
          today={today}
          {...(canKeep ? { onDetails: setAtId, onRespond: setSaidOf } : {})}
          {...(canKeep && group.to !== null
            ? {
                isNudging: isNudging === group.key,
                onNudge: () => void nudgeOne(group),
                onCopy: () => void copy(text([group])),
              }
            : {})}
        />
      ))}
      {at && <ItemDialog item={at} onClose={() => setAtId(null)} />}
      {saidOf && entry && (
        <RepresentationsDialog entry={entry} name={`“${saidOf.title}”`} onClose={() => setSaidOf(null)} />
      )}
    </section>
  );
}

/** What is put right in the details of an item. */
const IN_DETAILS: ReadonlySet<OutstandingItem['owed']> = new Set([
  'PRESENTER_MISSING',
  'LATE_REASON_MISSING',
]);

interface GroupProps {
  readonly group: OwedBy<OutstandingItem>;
  readonly today: string;
  /** Opens the details of an item of the agenda. */
  readonly onDetails?: (itemId: string) => void;
  /** Opens what was said about why a line of the forward plan should be considered in public. */
  readonly onRespond?: (entry: { id: string; title: string }) => void;
  readonly isNudging?: boolean;
  readonly onNudge?: () => void;
  readonly onCopy?: () => void;
}

function Group({ group, today, onDetails, onRespond, isNudging = false, onNudge, onCopy }: GroupProps) {
  const { name, items } = group;
  const doing = ({ owed, agendaItem, forwardPlanEntry: line }: OutstandingItem) => {
    if (onRespond && line && owed === 'RESPONSE_MISSING') return () => onRespond(line);
    return onDetails && agendaItem && IN_DETAILS.has(owed) ? () => onDetails(agendaItem.id) : undefined;
  };
  const isNudged = items.every(({ nudge }) => nudge?.nudgedOn === today);
  return (
    <div className="owed-group">
      <header>
        <h3>{name}</h3>
        {onNudge && (
          <span className="owed-verbs">
            <Button
              size="sm"
              look="quiet"
              aria-label={`Nudge ${name}`}
              isPending={isNudging}
              isDisabled={isNudged}
              onPress={onNudge}
            >
              {isNudged ? 'Nudged' : 'Nudge'}
            </Button>
            <Button
              size="sm"
              look="quiet"
              aria-label={`Copy as text what ${name} owes`}
              {...(onCopy ? { onPress: onCopy } : {})}
            >
              Copy
            </Button>
          </span>
        )}
      </header>
      <ul>
        {items.map((item) => (
          <OwedLine key={item.id} item={item} today={today} onDo={doing(item)} />
        ))}
      </ul>
    </div>
  );
}
