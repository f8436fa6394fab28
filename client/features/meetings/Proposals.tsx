import { useState } from 'react';
import { formatCount } from '../../platform/format/counts';
import { Button } from '../../platform/ui/Button';
import { Checkbox } from '../../platform/ui/Checkbox';
import { Select } from '../../platform/ui/Select';
import { DeclineDialog } from './DeclineDialog';
import { DeclinedProposals } from './DeclinedProposals';
import type { Declined, Proposal } from './forwardPlan.queries';
import { useForwardPlan } from './forwardPlanContext';
import { meetingChoice } from './forwardPlanWords';
import { MergeDialog } from './MergeDialog';
import { ProposalItem } from './ProposalItem';
import { isInTurn, keyOf, useProposals } from './useProposals';
import './proposals.css';

const NONE = 'none';

interface ProposalsProps {
  /** Null while they are being worked out. */
  readonly proposals: readonly Proposal[] | null;
  readonly declined: readonly Declined[];
}

/** What the plans propose for the board, each taken, merged or declined with one key. */
export function Proposals({ proposals, declined }: ProposalsProps) {
  const { ahead } = useForwardPlan();
  const [chosen, setChosen] = useState<string | null>(null);
  const [isOntoAgenda, setOntoAgenda] = useState(false);
  const [asked, setAsked] = useState<{ what: 'merge' | 'decline'; proposal: Proposal } | null>(null);
  // The next meeting, until another is chosen; another again when that one has gone.
  const meetingId =
    chosen === NONE ? null : (ahead.find(({ id }) => id === chosen)?.id ?? ahead[0]?.id ?? null);
  const offered = (proposals ?? []).filter((one) => isInTurn(one, meetingId, ahead));
  const { shown, list, head, setCurrent, currentKey, walk, accept, acceptAll, isBusy, settled, ...rest } =
    useProposals(offered, { meetingId, isOntoAgenda });
  const close = (): void => setAsked(null);
  return (
    <section className="proposals no-print" aria-labelledby="proposals-head" onKeyDown={rest.onKeyDown}>
      <h2 id="proposals-head" ref={head} tabIndex={-1}>
        What the plans propose
      </h2>
      <div className="proposals-for">
        <Select
          label="For the meeting of"
          options={[
            ...ahead.map((meeting) => ({ id: meeting.id, label: meetingChoice(meeting) })),
            { id: NONE, label: 'Not yet for a meeting' },
          ]}
          value={meetingId ?? NONE}
          onChange={setChosen}
        />
        <Checkbox
          isSelected={isOntoAgenda && meetingId !== null}
          isDisabled={meetingId === null}
          onChange={setOntoAgenda}
        >
          Onto the agenda at once
        </Checkbox>
      </div>
      {proposals === null && <p className="quiet">Working out what the plans propose…</p>}
      {proposals !== null && shown.length === 0 && (
        <p className="quiet">
          Nothing just now. What becomes due or overdue in the board’s plans appears here.
        </p>
      )}
      {shown.length > 0 && (
        <>
          <p className="quiet proposals-keys">
            <kbd>↑</kbd> <kbd>↓</kbd> walk, <kbd>A</kbd> accept, <kbd>M</kbd> merge, <kbd>D</kbd> decline,{' '}
            <kbd>U</kbd> undo
          </p>
          <ol className="proposals-list" ref={list} aria-label="Proposals">
            {shown.map((proposal) => (
              <li key={keyOf(proposal)}>
                <ProposalItem
                  proposal={proposal}
                  isCurrent={keyOf(proposal) === currentKey}
                  onCurrent={() => setCurrent(keyOf(proposal))}
                  onWalk={walk}
                  onAccept={() => void accept(proposal)}
                  onMerge={() => setAsked({ what: 'merge', proposal })}
                  onDecline={() => setAsked({ what: 'decline', proposal })}
                />
              </li>
            ))}
          </ol>
          <Button isPending={isBusy} onPress={() => void acceptAll()}>
            Accept all shown ({formatCount(shown.length, 'proposal')})
          </Button>
        </>
      )}
      <DeclinedProposals declined={declined} />
      {rest.lateDialog}
      {asked?.what === 'merge' && <MergeDialog proposal={asked.proposal} onDone={settled} onClose={close} />}
      {asked?.what === 'decline' && (
        <DeclineDialog proposal={asked.proposal} onDone={settled} onClose={close} />
      )}
    </section>
  );
}
