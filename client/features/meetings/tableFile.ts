export const TABLE_FILES = ['.csv', '.tsv', '.txt'] as const;

const MOST_BYTES = 200_000;

/** Why a file cannot be a table of a forward plan or an agenda; null when it may be one. */
export function whyNoTable({ name, size }: Pick<File, 'name' | 'size'>): string | null {
  if (/\.(xlsx?|docx?|pdf|odt|ods)$/i.test(name))
    return 'This is no plain table. Open it, save it as CSV (comma-separated values), and choose that.';
  if (!TABLE_FILES.some((ending) => name.toLowerCase().endsWith(ending)))
    return 'This is no table of values (.csv). Save it as one, and choose that.';
  if (size === 0) return 'This file is empty.';
  return size > MOST_BYTES ? 'This file is larger than 200 kB: no forward plan and no agenda is.' : null;
}

/** The text of a file: UTF-8, or what spreadsheets on Windows write where it is not. */
export async function textOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
