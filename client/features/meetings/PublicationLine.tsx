import { type ReactNode, useState } from 'react';
import { formatInstant } from '../../platform/format/dates';
import { useToday } from '../../platform/format/useToday';
import { tellOutcome } from '../../platform/graphql/outcome';
import { Badge } from '../../platform/ui/Badge';
import { Banner } from '../../platform/ui/Banner';
import { Button } from '../../platform/ui/Button';
import { Progress } from '../../platform/ui/Progress';
import { PublishDialog } from './PublishDialog';
import { usePublishing } from './publication.operations';
import { fileOf, PUBLISHED_WORDS, type PublicationLineData } from './publication.queries';
import { RecallDialog } from './RecallDialog';

interface PublicationLineProps {
  readonly publication: PublicationLineData;
  readonly canKeep: boolean;
  /** Of those who look at the page, the person. */
  readonly viewerIds: ReadonlySet<string>;
  readonly dispatchBy: string | null;
  readonly before?: ReactNode;
}

function Files({ publication, part }: { publication: PublicationLineData; part: 'PUBLIC' | 'FULL' }) {
  const files = (['HTML', 'PDF', 'WORD'] as const).flatMap((format) => {
    const url = fileOf(publication, part, format);
    return url ? [{ format, url }] : [];
  });
  if (files.length === 0) return null;
  const words = { HTML: 'Page', PDF: 'PDF', WORD: 'Word' };
  return (
    <p className="publish-files">
      <span>{part === 'PUBLIC' ? 'For everybody:' : 'For those with a seat:'}</span>
      {files.map(({ format, url }) => (
        <a key={format} href={url} target="_blank" rel="noreferrer">
          {words[format]}
        </a>
      ))}
    </p>
  );
}

/** What could not be built is built on from where that ended. */
function Failed({ publication }: { readonly publication: PublicationLineData }) {
  const { rebuild } = usePublishing();
  const { id, version: expectedVersion, viewerCan } = publication;
  const again = async (): Promise<void> => {
    const refusal = await rebuild({ id, expectedVersion });
    if (refusal) tellOutcome(refusal, '');
  };
  return (
    <>
      <Banner tone="danger">It could not be built. Try again, or prepare it anew.</Banner>
      {viewerCan.rebuild && <Button onPress={() => void again()}>Try again</Button>}
    </>
  );
}

/** One pack: how far it has come, its files, and what may be done with it. */
export function PublicationLine({
  publication,
  canKeep,
  viewerIds,
  dispatchBy,
  before,
}: PublicationLineProps) {
  const [isOpen, setOpen] = useState<'PUBLISH' | 'RECALL' | null>(null);
  const { packStatus, packKind, preparedBy, publishedBy, publishedAt, recalledAt } = publication;
  const { name, what, keeps } = PUBLISHED_WORDS[packKind];
  const isOwn = preparedBy !== null && viewerIds.has(preparedBy.id);
  const by = (person: { readonly name: string } | null) => (person ? ` by ${person.name}` : '');
  const today = useToday();
  const isPastDue = dispatchBy !== null && today > dispatchBy;
  return (
    <li className="publish-line">
      <p className="publish-name">
        <strong>{name}</strong>
        {packStatus === 'PUBLISHED' && <Badge look="accent">Published</Badge>}
        {packStatus === 'PREPARED' && <Badge>Waits for a second person</Badge>}
        {packStatus === 'RECALLED' && <Badge look="warning">Recalled</Badge>}
        {publication.isLate && <Badge look="warning">Late</Badge>}
      </p>
      {packStatus === 'BUILDING' && (
        <Progress
          label={`Building ${what}`}
          done={publication.stepsDone}
          of={publication.steps}
          words={`${publication.stepsDone} of ${publication.steps} steps`}
        />
      )}
      {packStatus === 'FAILED' && <Failed publication={publication} />}
      <p className="quiet">
        {publishedAt
          ? `Published on ${formatInstant(publishedAt)}${by(publishedBy)}, prepared${by(preparedBy)}`
          : `Prepared on ${formatInstant(publication.createdAt)}${by(preparedBy)}`}
      </p>
      {publication.isLate && publication.packLateReason && (
        <p>The chair’s reason: {publication.packLateReason}</p>
      )}
      {recalledAt && (
        <p>
          Recalled on {formatInstant(recalledAt)}
          {by(publication.recalledBy)}: {publication.recallReason}
        </p>
      )}
      <Files publication={publication} part="PUBLIC" />
      <Files publication={publication} part="FULL" />
      {canKeep && packStatus === 'PREPARED' && isOwn && (
        <p className="quiet">Somebody else who keeps {keeps} looks at it and publishes it.</p>
      )}
      {canKeep && packStatus === 'PREPARED' && !isOwn && (
        <Button look="primary" onPress={() => setOpen('PUBLISH')}>
          Look at it and publish
        </Button>
      )}
      {canKeep && packStatus === 'PUBLISHED' && publication.viewerCan.recall && (
        <Button onPress={() => setOpen('RECALL')}>Recall</Button>
      )}
      {isOpen === 'PUBLISH' && (
        <PublishDialog
          before={before}
          publication={publication}
          dueOn={isPastDue ? dispatchBy : null}
          onClose={() => setOpen(null)}
        />
      )}
      {isOpen === 'RECALL' && <RecallDialog publication={publication} onClose={() => setOpen(null)} />}
    </li>
  );
}
