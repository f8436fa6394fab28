import { attachmentPath, imagePath } from '../../server/features/meetings/pack/pack-addresses.js';
import { filesOf, type PackDocument } from '../../server/features/meetings/pack/pack-document.js';
import type { Person, TestApp } from '../support/app.js';
import { wordsOf } from '../support/published-words.js';
import type { Told } from './asking.js';

const ENDINGS = ['html', 'pdf', 'docx'];
const ABREAST = 8;

interface Held {
  publicationId: string;
  /** Null of a forward plan. */
  meetingId: string | null;
  kind: string;
  part: 'PUBLIC' | 'FULL';
  document: string;
}

/** What every part holds, whoever may read it. */
export const partsHeld = ({ build }: TestApp): Promise<Held[]> =>
  build.sql<Held>(
    `select b.id as "publicationId", b.meeting_id as "meetingId", b.kind, t.part, c.document from publications b
     join publication_parts t on t.publication_id = b.id join publication_contents c on c.id = t.id`,
  );

export const fileNameOf = ({ kind, part }: Held): string =>
  kind === 'FORWARD_PLAN' ? 'forward-plan' : part === 'PUBLIC' ? 'agenda' : 'full';

/** Every address at which something of meetings is published or kept, for everybody and for those entitled. */
export async function everyAddress(app: TestApp): Promise<string[]> {
  const idsIn = async (table: string) =>
    (await app.build.sql<{ id: string }>(`select id from ${table}`)).map(({ id }) => id);
  const publications = await idsIn('publications');
  const parts = await partsHeld(app);
  const attached = await app.build.sql<{ id: string; name: string }>(
    'select id, file_name as name from attachments',
  );
  const ofPublications = (base: string) => [
    ...publications.flatMap((id) => [
      `${base}/${id}`,
      ...publications.filter((other) => other !== id).map((other) => `${base}/${id}/since/${other}`),
    ]),
    ...parts.flatMap((held) => {
      const fileName = fileNameOf(held);
      const place = { fileName, home: '', address: '' };
      const folder = `${base}/${held.publicationId}`;
      return [
        ...ENDINGS.map((ending) => `${folder}/${fileName}.${ending}`),
        ...filesOf(JSON.parse(held.document) as PackDocument).map(
          (one) => `${folder}/${'kind' in one ? imagePath(place, one) : attachmentPath(place, one)}`,
        ),
      ];
    }),
  ];
  return [
    '/public',
    ...(await idsIn('boards')).flatMap((id) => [
      ...['', '/meetings.ics', '/agendas.atom'].map((end) => `/public/boards/${id}${end}`),
      `/boards/${id}/meetings.ics`,
    ]),
    ...(await idsIn('meetings')).map((id) => `/public/meetings/${id}`),
    ...ofPublications('/public/publications'),
    ...ofPublications('/publications'),
    ...attached.map(({ id, name }) => `/attachments/${id}/${encodeURIComponent(name)}`),
  ];
}

/** Fetches all of them, with the words of whatever sort of file comes. What one asks by oneself is told to nobody. */
export async function fetchAll(app: TestApp, who: Person, addresses: readonly string[]): Promise<Told[]> {
  const told: Told[] = [];
  const rest = [...addresses];
  const work = async () => {
    for (let path = rest.pop(); path !== undefined; path = rest.pop()) {
      const answer = await fetch(`${app.url}${path}`, { headers: who.headers });
      const body = (await wordsOf(answer)).replaceAll(path, '');
      const question = { query: path, variables: {} };
      told.push({ question, text: `${answer.status} ${body}`, body });
    }
  };
  await Promise.all(Array.from({ length: ABREAST }, work));
  return told;
}
