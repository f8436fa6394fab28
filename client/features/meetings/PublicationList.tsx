import { type ReactNode, useMemo } from 'react';
import { useHere } from '../../platform/auth/viewer-context';
import { PublicationLine } from './PublicationLine';
import type { PublicationLineData } from './publication.queries';

interface PublicationListProps {
  readonly publications: readonly PublicationLineData[];
  readonly canKeep: boolean;
  /** By when it was to go out, where there is such a day. */
  readonly dispatchBy: string | null;
  /** What is to be known before one is published. */
  readonly before?: ReactNode;
}

/** What was prepared and published, latest first. */
export function PublicationList({ publications, canKeep, dispatchBy, before }: PublicationListProps) {
  const { viewer } = useHere();
  const viewerIds = useMemo(
    () => new Set(viewer?.people.flatMap(({ person }) => person?.id ?? [])),
    [viewer],
  );
  if (publications.length === 0) return <p className="quiet">Nothing is published yet.</p>;
  return (
    <ul className="publish-list">
      {publications.map((publication) => (
        <PublicationLine key={publication.id} {...{ publication, canKeep, viewerIds, dispatchBy, before }} />
      ))}
    </ul>
  );
}
