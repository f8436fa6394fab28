/** How an owner is called, alike on the page and in a file that is taken along. */

interface Called {
  readonly name: string;
}

/** Who answers for something: all that may be known of them. */
export interface OwnerWords {
  readonly person: Called | null;
  readonly organisation: Called | null;
  readonly post: { readonly title: string } | null;
  readonly abu: Called | null;
  readonly board: Called | null;
  readonly outsideBody: string | null;
  readonly asWritten: string | null;
}

/** Who it is, in full. Words that nobody was recognised in stand as they were written; null where nothing is told. */
export function ownerName({
  person,
  organisation,
  post,
  abu,
  board,
  outsideBody,
  asWritten,
}: OwnerWords): string | null {
  const body = organisation ?? abu ?? board;
  if (person) return organisation ? `${person.name}, ${organisation.name}` : person.name;
  return post?.title ?? body?.name ?? outsideBody ?? asWritten;
}

/** The organisation of a seat, where the title of its post does not end with it already. */
export const bodyBeside = (title: string | null | undefined, body: string | null): string | null =>
  body !== null && title?.toLowerCase().endsWith(body.toLowerCase()) ? null : body;
