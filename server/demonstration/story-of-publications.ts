import { type PackPart, PublicationKind, PublicationStatus } from '../../schema/publications.js';
import { AudienceKind } from '../../schema/vocabulary.js';
import type { Earlier } from '../features/meetings/pack/pack-content.rules.js';
import type { PackDocument } from '../features/meetings/pack/pack-document.js';
import { planOf } from '../features/meetings/pack/plan-content.rules.js';
import { sha256Of } from '../features/meetings/publication.content.js';
import { outlineOf } from '../features/meetings/publication.outlines.js';
import { meetingOf } from './agendas.js';
import { found } from './circles.js';
import { idOf, type Moment, type Step } from './history.js';
import type { AudienceContent, Day } from './keys.types.js';
import {
  type PackContent,
  type PublishedPlanContent,
  packs,
  publishedPlans,
} from './publications.content.js';
import { packFacts, packsOf, planFacts } from './published.rules.js';
import type { Stage } from './stage.js';

type Published = PackContent | PublishedPlanContent;

/** Of which each part for the seats of a board is. */
export const circlesOfPublications: AudienceContent[] = [{ kind: AudienceKind.BOARD, board: 'hwb' }];

/** What was prepared and published, and what waits for a second person. Its files are built once the server is there. */
export function storyOfPublications(stage: Stage): Moment[] {
  const told = new Map<string, { on: Day; number: number; documents: PackDocument[] }>();
  const follow = (of: string, write: (earlier: Earlier[]) => PackDocument[], one: Published): Moment[] => {
    const before = told.get(of);
    const documents = write(before?.documents.map((document) => ({ on: before.on, document })) ?? []);
    const number = (before?.number ?? 0) + 1;
    if (one.published) told.set(of, { on: one.published.on, number, documents });
    return publication(stage, `${of}/${one.on}`, documents, one, number);
  };
  return [
    ...packs.flatMap((one) =>
      follow(one.meeting, (earlier) => packsOf(packFacts(stage, one.meeting, one.on), earlier), one),
    ),
    ...publishedPlans.flatMap((one) =>
      follow(one.board, ([earlier]) => [planOf(planFacts(stage, one.board, one.on), earlier ?? null)], one),
    ),
  ];
}

function publication(
  stage: Stage,
  key: string,
  documents: readonly PackDocument[],
  one: Published,
  number: number,
): Moment[] {
  const id = idOf('publication', key);
  const { everyone, partnership } = stage.circles;
  const boards = 'meeting' in one ? meetingOf(one.meeting).boards : [one.board];
  const of = {
    boardId: idOf('board', found(boards[0])),
    meetingId: 'meeting' in one ? idOf('meeting', one.meeting) : null,
  };
  const row = {
    ...{ id, audienceId: partnership, ...of, kind: documents[0]?.kind ?? PublicationKind.AGENDA },
    ...{ status: PublicationStatus.BUILDING, stepsDone: 0, preparedById: idOf('person', one.by) },
  };
  const partId = (part: PackPart) => idOf('publication-part', `${key}/${part}`);
  const seats = stage.circles.of({ kind: AudienceKind.BOARD, board: found(boards[0]) });
  const written = documents.map((pack, i) => ({
    ...{
      pack,
      id: partId(pack.part),
      audienceId: i === 0 ? partnership : seats,
      document: JSON.stringify(pack),
      outline: JSON.stringify(outlineOf(pack)),
    },
  }));
  const parts = written.map(({ pack, document, outline: _, ...part }) => ({
    ...{ ...part, ...of, publicationId: id, part: pack.part, sha256: sha256Of(document) },
    restsOn: pack.items.flatMap((item) => item.id ?? []),
  }));
  const contents = written.map(({ id: contentId, audienceId, document, outline }) => ({
    ...{ id: contentId, audienceId, document, outline },
  }));
  const prepared: Step[] = [
    { insert: 'publications', rows: [row] },
    { insert: 'publication_parts', rows: parts },
    { beside: 'publication_contents', rows: contents },
    {
      beside: 'publication_builds',
      rows: [{ publicationId: id, partnershipId: idOf('partnership', 'wensmere'), origin: stage.origin }],
    },
  ];
  return [
    stage.moment(`prepared ${key}`, one.on, [9, 11], one.by, prepared),
    ...(one.published
      ? [opened(stage, { id, key, partId: found(parts[0]).id, everyone, number }, one.published)]
      : []),
  ];
}

interface Opened {
  id: string;
  key: string;
  partId: string;
  everyone: string;
  number: number;
}

function opened(
  stage: Stage,
  { id, key, partId, everyone, number }: Opened,
  { by, on }: NonNullable<Published['published']>,
): Moment {
  const moment = stage.moment(`published ${key}`, on, [14, 16], by, []);
  const status = PublicationStatus.PUBLISHED;
  const published = { status, number, publishedById: idOf('person', by), publishedAt: moment.at };
  return {
    ...moment,
    steps: [
      { update: 'publication_parts', ids: [partId], set: { audienceId: everyone } },
      { update: 'publication_contents', ids: [partId], set: { audienceId: everyone } },
      { update: 'publications', ids: [id], set: { ...published, audienceId: everyone } },
    ],
  };
}
