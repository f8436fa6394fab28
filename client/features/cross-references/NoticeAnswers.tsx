import { useState } from 'react';
import { Button } from '../../platform/ui/Button';
import { endWords } from '../actions/crossReferences';
import { DisputeForm } from '../actions/DisputeForm';
import { type Answering, useAnswer } from '../actions/useAnswer';
import { useNoticeAnswer } from './impactNotice.operations';
import { endsOf, type ImpactNotice } from './impactNotices';
import { NewDateForm } from './NewDateForm';

interface NoticeAnswersProps extends Answering {
  readonly notice: ImpactNotice;
}

/** What the organisation that was told of a slip can say: we live with it, a new date of ours, we do not agree. */
export function NoticeAnswers({ notice, ...answering }: NoticeAnswersProps) {
  const answerNotice = useNoticeAnswer();
  const [open, setOpen] = useState<'new date' | 'dispute' | null>(null);
  const { isPending, send, alert } = useAnswer(answering);
  const { giver, receiver } = endsOf(notice);
  const input = { id: notice.id, expectedVersion: notice.version };
  const name = giver ? endWords(giver).name : '';

  return (
    <div className="reference-answer">
      {alert}
      {open === 'new date' && receiver && (
        <NewDateForm
          ours={{ id: receiver.id, name: endWords(receiver).name }}
          isDueOn={notice.isDueOn}
          isPending={isPending}
          onCancel={() => setOpen(null)}
          onName={(newDueOn) =>
            void send(
              answerNotice({ ...input, answer: 'NEW_DATE', newDueOn }),
              'Your new date is told to both ends, and to whoever counts on it.',
            )
          }
        />
      )}
      {open === 'dispute' && (
        <DisputeForm
          {...{ name, isPending }}
          onCancel={() => setOpen(null)}
          onDispute={(note) =>
            void send(answerNotice({ ...input, answer: 'DISPUTED', note }), `${name}: they will see why.`)
          }
        />
      )}
      {open === null && (
        <span className="fact-line">
          <Button
            size="sm"
            icon="check"
            isPending={isPending}
            aria-label={`We live with it: ${name}`}
            onPress={() =>
              void send(
                answerNotice({ ...input, answer: 'ACCEPTED' }),
                'They are told that you live with it.',
              )
            }
          >
            We live with it
          </Button>
          <Button
            size="sm"
            aria-label={`A new date of ours because of ${name}`}
            onPress={() => setOpen('new date')}
          >
            A new date of ours…
          </Button>
          <Button
            size="sm"
            look="quiet"
            aria-label={`We do not agree: ${name}`}
            onPress={() => setOpen('dispute')}
          >
            We do not agree…
          </Button>
        </span>
      )}
    </div>
  );
}
