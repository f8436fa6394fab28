import { useState } from 'react';
import { useClient } from 'urql';
import { tellOutcome } from '../../platform/graphql/outcome';
import { verbMaker } from '../../platform/graphql/verbs';
import { copyText } from '../../platform/ui/copyText';
import { showToast } from '../../platform/ui/toasts';
import { nudge } from './outstanding.queries';
import type { OwedBy } from './outstandingWords';

/** Nudges one who owes something, or all of them; and takes the list along for a mail. */
export function useNudging(meetingId: string, refresh: () => void) {
  const send = verbMaker(useClient())(nudge);
  const [isNudging, setNudging] = useState<string | null>(null);
  const toNudge = async (key: string, to: OwedBy['to'], done: string): Promise<void> => {
    setNudging(key);
    const refusal = await send({ meetingId, ...to });
    setNudging(null);
    tellOutcome(refusal, done);
    refresh();
  };
  const copy = async (text: string): Promise<void> => {
    try {
      await copyText(text);
      showToast({ tone: 'success', message: 'Copied: paste it into a mail' });
    } catch {
      showToast({
        tone: 'danger',
        message: 'This browser does not let the page copy. Select the list instead.',
      });
    }
  };
  return {
    isNudging,
    nudgeAll: () => toNudge('all', null, 'Everybody who owes something was nudged'),
    nudgeOne: ({ key, name, to }: OwedBy) => toNudge(key, to, `${name} was nudged`),
    copy,
  };
}
