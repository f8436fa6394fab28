import { useState } from 'react';
import { formatInstant, londonDay } from '../../platform/format/dates';
import { Badge } from '../../platform/ui/Badge';
import { Banner } from '../../platform/ui/Banner';
import { Button } from '../../platform/ui/Button';
import { Progress } from '../../platform/ui/Progress';
import { PublishDialog } from './PublishDialog';
import { fileOf, type PublicationLineData } from './publication.queries';
import { RecallDialog } from './RecallDialog';

interface PublicationLineProps {
  readonly publication: PublicationLineData;
  readonly canKeep: boolean;
  /** Of those who look at the page, the person. */
  readonly viewerIds: ReadonlySet<string>;
  readonly dispatchBy: string | null;
}

const STEPS = 4;

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

/** One pack: how far it has come, its files, and what may be done with it. */
export function PublicationLine({ publication, canKeep, viewerIds, dispatchBy }: PublicationLineProps) {
  const [isOpen, setOpen] = useState<'PUBLISH' | 'RECALL' | null>(null);
  const { packStatus, packKind, preparedBy, publishedBy, publishedAt, recalledAt } = publication;
  const name = packKind === 'SUPPLEMENT' ? 'Supplement' : 'Agenda';
  const isOwn = preparedBy !== null && viewerIds.has(preparedBy.id);
  const by = (person: { readonly name: string } | null) => (person ? ` by ${person.name}` : '');
  const isPastDue = dispatchBy !== null && londonDay(new Date()) > dispatchBy;
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
          label="Building the pack"
          done={publication.stepsDone}
          of={STEPS}
          words={`${publication.stepsDone} of ${STEPS} steps`}
        />
      )}
      {packStatus === 'FAILED' && (
        <Banner tone="danger">The pack could not be built. Prepare it again.</Banner>
      )}
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
        <p className="quiet">Somebody else who keeps this meeting looks at it and publishes it.</p>
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
          publication={publication}
          dueOn={isPastDue ? dispatchBy : null}
          onClose={() => setOpen(null)}
        />
      )}
      {isOpen === 'RECALL' && <RecallDialog publication={publication} onClose={() => setOpen(null)} />}
    </li>
  );
}
