import type { Row } from '../../platform/db/base.js';
import { invalidInput } from '../../platform/graphql/errors.js';
import type { Reader } from '../../platform/reading/reader.js';
import { sha256Of } from './publication.content.js';

/** So much of what parts hold goes into one answer: whoever wants more asks for one publication after another. */
const MOST_DOCUMENT_BYTES = 32 * 1024 * 1024;
const documentBytes = new WeakMap<object, number>();

/** Counted before any of it is read. */
async function spendDocuments(reader: Reader, ids: readonly string[]): Promise<void> {
  const [found] = await reader.query<{ bytes: string | null }>(
    'select sum(octet_length(document)) as bytes from publication_contents where id = any($1::uuid[])',
    [ids],
  );
  const answer = reader.spent ?? reader;
  const bytes = (documentBytes.get(answer) ?? 0) + Number(found?.bytes ?? 0);
  documentBytes.set(answer, bytes);
  if (bytes > MOST_DOCUMENT_BYTES)
    throw invalidInput([
      {
        field: 'query',
        message: `What these publications hold is more than ${MOST_DOCUMENT_BYTES / 1024 / 1024} MB: ask for one of them after another.`,
      },
    ]);
}

/** What each part holds, letter for letter. One that is no longer what was prepared is not shown for it. */
export async function documentsOf(reader: Reader, rows: readonly Row[]): Promise<Map<string, string>> {
  await spendDocuments(
    reader,
    rows.map(({ id }) => id),
  );
  const found = await reader.query<{ id: string; document: string }>(
    `select c.id, c.document from publication_contents c join publication_parts p on p.id = c.id
       join publications b on b.id = p.publication_id and b.status <> 'RECALLED'
     where c.id = any($1::uuid[])`,
    [rows.map(({ id }) => id)],
  );
  const hashes = new Map(rows.map((row) => [row.id, row['sha256']]));
  for (const { id, document } of found)
    if (sha256Of(document) !== hashes.get(id)) throw new Error(`Part ${id} is not what was prepared.`);
  return new Map(found.map(({ id, document }) => [id, document]));
}
