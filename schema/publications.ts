/** What both sides must agree on of packs that are published. */

/** What is published: the first pack for a meeting, one that takes the place of it, or the forward plan of a board. */
export enum PublicationKind {
  AGENDA = 'AGENDA',
  SUPPLEMENT = 'SUPPLEMENT',
  FORWARD_PLAN = 'FORWARD_PLAN',
}

/** Steps of building: the page, the PDF and the Word file for everybody; of a pack, one more for those with a seat. */
export const stepsOf = (kind: PublicationKind | `${PublicationKind}`): number =>
  kind === PublicationKind.FORWARD_PLAN ? 3 : 4;

export enum PublicationStatus {
  BUILDING = 'BUILDING',
  PREPARED = 'PREPARED',
  PUBLISHED = 'PUBLISHED',
  RECALLED = 'RECALLED',
  FAILED = 'FAILED',
}

/** For whom a pack is: everybody, or those with a seat on the boards that meet. */
export enum PackPart {
  PUBLIC = 'PUBLIC',
  FULL = 'FULL',
}

export enum PackFormat {
  HTML = 'HTML',
  PDF = 'PDF',
  WORD = 'WORD',
}

/** How an item of a supplement stands to what was published before. */
export enum PackMark {
  NEW = 'NEW',
  CHANGED = 'CHANGED',
}

/** What became of an item between two publications. */
export enum PackChange {
  NEW = 'NEW',
  CHANGED = 'CHANGED',
  GONE = 'GONE',
}
