import { DEFAULT_IMPORT_LIMITS, type ImportLimits } from '../../imports/import-limits.js';
import { type Attributes, readXml, type XmlHandlers } from '../../imports/xml.js';
import { inflateEntry, readZip, type ZipEntry } from '../../imports/zip.js';

/** Pictures make papers larger than plans are. */
const LIMITS: ImportLimits = {
  ...DEFAULT_IMPORT_LIMITS,
  ...{ inflatedBytes: 256 * 1024 * 1024, zipEntries: 5_000 },
};

/** An Office file as what it is: parts by their names, and what they refer to. */
export class Package {
  private readonly parts: ReadonlyMap<string, ZipEntry>;
  private readonly byLetters: ReadonlyMap<string, string>;
  /** Parts by the types of what refers to them. */
  private referredTo: ReadonlyMap<string, ReadonlySet<string>> | undefined;

  constructor(bytes: Uint8Array) {
    this.parts = readZip(bytes, LIMITS);
    this.byLetters = new Map([...this.parts.keys()].map((name) => [name.toLowerCase(), name]));
  }

  /** The names of the parts that a pattern fits, in the order of the numbers in them. */
  named(pattern: RegExp): string[] {
    return [...this.parts.keys()]
      .filter((name) => pattern.test(name))
      .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  }

  read(name: string, handlers: XmlHandlers): void {
    const part = this.parts.get(name);
    if (part) readXml(part, handlers);
  }

  bytesOf(name: string): Uint8Array {
    const pieces: Uint8Array[] = [];
    const part = this.parts.get(name);
    if (part) inflateEntry(part, (piece) => pieces.push(piece.slice()));
    return Buffer.concat(pieces);
  }

  /** How many elements of one name stand in some parts. */
  count(parts: readonly string[], element: string): number {
    let found = 0;
    for (const part of parts)
      this.read(part, {
        open: (name) => {
          if (name === element) found += 1;
        },
      });
    return found;
  }

  /** The part that the file opens with, whatever it is called. */
  main(): string | undefined {
    const found = [...this.relationsOf('').values()].find(({ type }) => type === 'officeDocument');
    return found && !found.isOutside ? this.partAt('', found.target) : undefined;
  }

  /** The part that another refers to so: from its own folder, or from the top. Letters are as good as their capitals. */
  partAt(from: string, target: string): string | undefined {
    const folders = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
    for (const step of target.split('/'))
      if (step === '..') folders.pop();
      else if (step !== '' && step !== '.') folders.push(step);
    const wanted = folders.join('/').toLowerCase();
    return this.byLetters.get(wanted);
  }

  /** The parts that fit a pattern, and those that anything refers to as of these types, whatever they are called. */
  related(pattern: RegExp, ...types: string[]): string[] {
    this.referredTo ??= this.allReferredTo();
    const referred = types.flatMap((type) => [...(this.referredTo?.get(type) ?? [])]);
    return [...new Set([...this.named(pattern), ...referred])];
  }

  private allReferredTo(): Map<string, Set<string>> {
    const all = new Map<string, Set<string>>();
    for (const rels of this.named(/(?:^|\/)_rels\/[^/]*\.rels$/)) {
      const from = rels.replace(/_rels\/([^/]*)\.rels$/, '$1');
      for (const { type, target, isOutside } of this.relationsOf(from).values()) {
        const part = isOutside ? undefined : this.partAt(from, target);
        if (part) all.set(type, (all.get(type) ?? new Set()).add(part));
      }
    }
    return all;
  }

  /** What a part refers to, by the ids it uses. */
  relationsOf(part: string): Map<string, Relation> {
    const at = part.lastIndexOf('/') + 1;
    const relations = new Map<string, Relation>();
    this.read(`${part.slice(0, at)}_rels/${part.slice(at)}.rels`, {
      open: (name, { Id = '', Type = '', Target = '', TargetMode }) => {
        if (name !== 'Relationship') return;
        const isOutside = TargetMode === 'External';
        relations.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target: Target, isOutside });
      },
    });
    return relations;
  }
}

export interface Relation {
  type: string;
  target: string;
  isOutside: boolean;
}

/** An attribute, whichever prefix a program gives it. */
export function attribute(attributes: Attributes, local: string): string | undefined {
  for (const name in attributes) if (name === local || name.endsWith(`:${local}`)) return attributes[name];
  return undefined;
}

export const isOn = (value: string | undefined): boolean =>
  value !== undefined && !['0', 'false', 'off', 'none'].includes(value);

/** The last piece of a path or an address. */
export const baseName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;
