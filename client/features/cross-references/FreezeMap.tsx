import { useState } from 'react';
import { useQuery } from 'urql';
import { usePartnership } from '../../platform/auth/viewer-context';
import { Button } from '../../platform/ui/Button';
import { FreezeDialog } from './FreezeDialog';
import { mayFreezeQuery, mayPublishQuery } from './frozen.queries';
import type { MapState } from './mapAddress';

interface FreezeMapProps {
  readonly planId: string | null;
  /** What the map is of, as people name it. */
  readonly name: string;
  readonly state: MapState;
}

/** Keeps what is on the screen for a paper. For those who write papers. */
export function FreezeMap({ planId, name, state }: FreezeMapProps) {
  const [isOpen, setOpen] = useState(false);
  const partnershipId = usePartnership()?.id ?? null;
  const [{ data }] = useQuery({
    query: mayFreezeQuery,
    variables: { id: partnershipId ?? '' },
    pause: partnershipId === null,
  });
  const [{ data: ofPlan }] = useQuery({
    query: mayPublishQuery,
    variables: { id: planId ?? '' },
    pause: planId === null,
  });
  const can = data?.partnership?.viewerCan;
  if (!can?.freezeMap || partnershipId === null) return null;
  const mayPublish = planId === null ? can.administer : (ofPlan?.plan?.viewerCan.publish ?? false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>Freeze a copy</Button>
      {isOpen && (
        <FreezeDialog
          {...{ partnershipId, name, state, mayPublish }}
          within={planId ?? partnershipId}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
