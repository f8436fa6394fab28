import type { PackAttachment, PackFiles, PackImage } from './pack-document.js';

/** Where the pack stands, as seen from its own address. */
export interface PackPlace {
  /** The public page of the meeting or the board it is of. */
  home: string;
  /** What the files beside it are called, without their endings. */
  fileName: string;
  /** The address they stand beneath, for whoever holds the pack on paper or as a file of their own. */
  address: string;
}

/** What is beside a pack: where it stands, when it was made as its files tell, and the files it prints, by their SHA-256. */
export interface Beside {
  place: PackPlace;
  madeAt: string;
  files: PackFiles;
}

/** The folder of the files that go with a pack, beside it. */
export const filesFolder = (fileName: string): string => `${fileName}-files`;

/** Beside the page. Whoever saves the file has it under its own name. */
export const attachmentPath = (
  { fileName }: Pick<PackPlace, 'fileName'>,
  { id, fileName: name }: PackAttachment,
): string => `${filesFolder(fileName)}/${id}/${encodeURIComponent(name)}`;

export const imagePath = ({ fileName }: PackPlace, { id }: PackImage): string =>
  `${filesFolder(fileName)}/${id}/image`;

/** Its page, which says whether another has taken its place: the folder it stands in, as seen from there. */
export const versionsPath = ({ address }: PackPlace): string => `../${address.split('/').at(-1)}`;

export const attachmentAddress = (place: PackPlace, attachment: PackAttachment): string =>
  `${place.address}/${attachmentPath(place, attachment)}`;

/** Nothing but an address of the web: what runs when it is followed leads nowhere. */
export const isWeb = (href: string): boolean =>
  /^https?:\/\/[^\s]+$/i.test(href) || /^mailto:[^\s]+$/i.test(href);
