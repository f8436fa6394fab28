import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { sharedData } from '../support/shared-data.js';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (xml: string): string =>
  xml.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '');
const textOf = (xml: string): string =>
  plain([...xml.matchAll(/<t(?:\s[^>]*)?>([^<]*)<\/t>/g)].map(([, text]) => text).join(''));

/** The texts of a workbook’s cells as its file has them, read without any code of the product: 'sheet!cell'. */
export function rawCells(...path: string[]): Map<string, string> {
  const files = unzipSync(readFileSync(join(sharedData ?? '', ...path)));
  const part = (name: string): string => strFromU8(files[`xl/${name}`] ?? new Uint8Array());
  const shared = part('sharedStrings.xml').split('<si>').slice(1).map(textOf);
  const targets = new Map(
    [...part('_rels/workbook.xml.rels').matchAll(/<Relationship\s[^>]*>/g)].map(([one]) => [
      /Id="([^"]+)"/.exec(one)?.[1],
      /Target="\/?(?:xl\/)?([^"]+)"/.exec(one)?.[1] ?? '',
    ]),
  );
  const cells = new Map<string, string>();
  for (const [sheet] of part('workbook.xml').matchAll(/<sheet\s[^>]*>/g)) {
    const name = plain(/name="([^"]+)"/.exec(sheet)?.[1] ?? '');
    const target = targets.get(/r:id="([^"]+)"/.exec(sheet)?.[1]) ?? '';
    for (const [, cell, type, value] of part(target).matchAll(
      /<c r="([A-Z]+\d+)"(?:\s(?!t=)[\w:]+="[^"]*")*(?:\st="(\w+)")?[^>]*><v>([^<]*)<\/v>/g,
    ))
      cells.set(`${name}!${cell}`, type === 's' ? (shared[Number(value)] ?? '') : plain(value ?? ''));
  }
  return cells;
}
