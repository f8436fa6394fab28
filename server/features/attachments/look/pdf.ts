import { getDocumentProxy } from 'unpdf';
import type { AttachmentFinding } from '../../../../schema/attachment-words.js';
import { openAttached } from '../../meetings/pack/attached-pdf.js';
import { Unprintable } from '../../meetings/pack/pack-document.js';
import { damaged, FileRefused, locked } from './file-refused.js';
import { type Found, inWords } from './finding.rules.js';

const MOST_PAGES = 1_000;
/** Drawn by the page itself, not said about it. */
const NO_COMMENT = new Set(['Link', 'Widget', 'Popup', 'FileAttachment']);

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** How many pages it has, and all that is in it beside them. Read by PDF.js, as browsers do. */
export async function lookAtPdf(
  bytes: Uint8Array,
): Promise<{ pages: number; findings: AttachmentFinding[] }> {
  const pdf = await opened(bytes);
  if (pdf.numPages > MOST_PAGES)
    throw new FileRefused(`This PDF has ${pdf.numPages} pages; ${MOST_PAGES} are the most that are taken.`);
  const { info, metadata } = await pdf.getMetadata();
  const said = info as Record<string, unknown>;
  if (said['EncryptFilterName']) throw locked();
  const pages = await pagesOf(pdf);
  const files = Object.keys(((await pdf.getAttachments()) as object | null) ?? {});
  const fields = await filledIn(pdf);
  const layers = await hiddenLayers(pdf);
  // As a pack will read it: what it cannot print is said now, not once the pack is out.
  const printed = await openAttached(bytes);
  const isLayered = printed === Unprintable.LAYERED;
  const isFaulty = printed === Unprintable.BROKEN || printed === Unprintable.LOCKED;
  const found: Found[] = [
    { kind: 'COMMENTS', places: pages.comments },
    { kind: 'EMBEDDED_FILES', places: [...files, ...pages.files] },
    { kind: 'FORM_DATA', places: said['IsXFAPresent'] ? [...fields, 'XFA form'] : fields },
    { kind: 'SCRIPTS', places: [], count: (await pdf.hasJSActions()) || pages.runs ? 1 : 0 },
    { kind: 'HIDDEN_LAYERS', places: layers, count: Math.max(layers.length, isLayered ? 1 : 0) },
    { kind: 'NOT_PRINTED', places: [], count: isFaulty ? 1 : 0 },
    { kind: 'METADATA', places: [...new Set(detailsIn(said, metadata?.get('dc:creator')))] },
  ];
  return { pages: pdf.numPages, findings: inWords(found) };
}

async function opened(bytes: Uint8Array): Promise<Pdf> {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, verbosity: 0 });
  } catch (error) {
    throw (error as Error).name === 'PasswordException' ? locked() : damaged();
  }
}

async function pagesOf(pdf: Pdf): Promise<{ comments: string[]; files: string[]; runs: boolean }> {
  const found = { comments: [] as string[], files: [] as string[], runs: false };
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    for (const one of await page.getAnnotations()) {
      if (one.subtype === 'FileAttachment') found.files.push(one.file?.filename ?? `Page ${number}`);
      else if (!NO_COMMENT.has(one.subtype)) found.comments.push(`Page ${number}`);
    }
    found.runs ||= (await page.getJSActions()) !== null;
    page.cleanup();
  }
  return found;
}

async function filledIn(pdf: Pdf): Promise<string[]> {
  const fields = ((await pdf.getFieldObjects()) ?? {}) as Record<string, { value?: unknown }[]>;
  return Object.entries(fields).flatMap(([name, places]) =>
    places.some(({ value }) => value !== undefined && value !== null && !['', 'Off'].includes(String(value)))
      ? [name]
      : [],
  );
}

async function hiddenLayers(pdf: Pdf): Promise<string[]> {
  const layers = await pdf.getOptionalContentConfig();
  return [...layers].flatMap(([, layer]) => (layer.visible ? [] : [String(layer.name ?? 'Layer')]));
}

/** Who made it. What programs made it with is of no consequence. */
function detailsIn(info: Record<string, unknown>, creator: unknown): string[] {
  const custom = (info['Custom'] ?? {}) as Record<string, unknown>;
  const authors = [info['Author'], ...(Array.isArray(creator) ? creator : [creator])];
  return [
    ...authors.filter((name) => typeof name === 'string' && name.trim()).map((name) => `Author: ${name}`),
    ...Object.entries(custom).flatMap(([name, value]) =>
      typeof value === 'string' && value ? [`${name}: ${value}`] : [],
    ),
  ];
}
