import { useState } from 'react';
import type { Refusal } from '../../platform/graphql/errors';
import { Banner } from '../../platform/ui/Banner';
import { Button } from '../../platform/ui/Button';

interface PrepareButtonProps {
  readonly words: string;
  /** What will be prepared. */
  readonly lead: string;
  readonly prepare: () => Promise<Refusal | null>;
}

/** Prepares what is to be published, or says why it cannot be. */
export function PrepareButton({ words, lead, prepare }: PrepareButtonProps) {
  const [isPending, setPending] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const send = async (): Promise<void> => {
    setPending(true);
    const refusal = await prepare();
    setPending(false);
    setRefused(refusal?.message ?? null);
  };
  return (
    <>
      {refused !== null && (
        <Banner tone="danger" isLive>
          {refused}
        </Banner>
      )}
      <p className="quiet">{lead}</p>
      <Button isPending={isPending} onPress={() => void send()}>
        {words}
      </Button>
    </>
  );
}
