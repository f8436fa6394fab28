/** What both sides must agree on of packs that are published. */

/** Whether a pack is the first for its meeting, or takes the place of one that was published. */
export enum PublicationKind {
  AGENDA = 'AGENDA',
  SUPPLEMENT = 'SUPPLEMENT',
}

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
