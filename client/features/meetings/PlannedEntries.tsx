import { useState } from 'react';
import { tellOutcome } from '../../platform/graphql/outcome';
import { Badge } from '../../platform/ui/Badge';
import { Button } from '../../platform/ui/Button';
import { Select } from '../../platform/ui/Select';
import { sectionsOf } from './agendaParts';
import { spanOf } from './agendaWords';
import { WANTS_GROUND } from './exemptions';
import { GroundDialog } from './GroundDialog';
import type { PlannedEntry } from './meeting.queries';
import { useMeetingContext } from './meetingContext';

const idOf = (section: string): string => `is ${section}`;

function Entry({ entry, section }: { readonly entry: PlannedEntry; readonly section: string }) {
  const { meeting, add, canKeep } = useMeetingContext();
  const [isPending, setPending] = useState(false);
  const [id] = useState(() => crypto.randomUUID());
  const [wanted, setWanted] = useState<string | null>(null);
  const send = () => add({ id, meetingId: meeting.id, forwardPlanEntryId: entry.id, section });
  const put = async (): Promise<void> => {
    setPending(true);
    const refusal = await send();
    setPending(false);
    if (refusal?.rule === WANTS_GROUND) setWanted(refusal.message);
    else tellOutcome(refusal, `“${entry.title}” is on the agenda`);
  };
  return (
    <li className="planned-entry">
      <span className="planned-words">
        <span>{entry.title}</span>
        <span className="quiet">{spanOf(entry.minutesPlanned)}</span>
        {entry.isKeyDecision && <Badge>Key decision</Badge>}
        {entry.isConfidential && <Badge icon="lock">Confidential</Badge>}
      </span>
      {canKeep && (
        <Button
          size="sm"
          icon="plus"
          isPending={isPending}
          aria-label={`Put “${entry.title}” on the agenda`}
          onPress={() => void put()}
        >
          Put on
        </Button>
      )}
      {wanted !== null && <GroundDialog {...{ entry, wanted }} put={send} onClose={() => setWanted(null)} />}
    </li>
  );
}

/** What the forward plan holds for this meeting and is not on its agenda yet. */
export function PlannedEntries() {
  const { meeting, canKeep } = useMeetingContext();
  const { plannedEntries, agendaItems } = meeting;
  const sections = sectionsOf(agendaItems.filter(({ isRestricted }) => !isRestricted));
  const [chosen, setChosen] = useState<string | null>(null);
  const section = chosen !== null && sections.includes(chosen) ? chosen : (sections.at(-1) ?? '');
  if (plannedEntries.length === 0) return null;
  return (
    <section className="planned-entries no-print" aria-labelledby="planned-entries">
      <h2 id="planned-entries">Planned for this meeting</h2>
      {canKeep && sections.length > 1 && (
        <Select
          label="Goes under"
          options={sections.map((one) => ({ id: idOf(one), label: one || 'No heading' }))}
          value={idOf(section)}
          onChange={(id) => id !== null && setChosen(id.slice(3))}
        />
      )}
      <ul>
        {plannedEntries.map((entry) => (
          <Entry key={entry.id} entry={entry} section={section} />
        ))}
      </ul>
    </section>
  );
}
