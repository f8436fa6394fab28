import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';

/** All the words of an answer, its headers too; of files, the words in them. */
export async function wordsOf(response: Response): Promise<string> {
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
  return `${headers}\n${await wordsIn(Buffer.from(await response.arrayBuffer()))}`;
}

/** By their bytes: what many ask for is opened once. */
const opened = new Map<string, Promise<string>>();

function wordsIn(bytes: Buffer): Promise<string> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  const words = opened.get(hash) ?? open(bytes);
  opened.set(hash, words);
  return words;
}

/** By what it is, and not by what it is said to be. */
async function open(bytes: Buffer): Promise<string> {
  const begins = bytes.toString('latin1', 0, 4);
  if (begins === '%PDF') {
    const pdf = await getDocumentProxy(new Uint8Array(bytes));
    const { text } = await extractText(pdf, { mergePages: true });
    return [text, JSON.stringify(await pdf.getMetadata()), JSON.stringify(await pdf.getOutline())].join('\n');
  }
  if (begins === 'PK\u0003\u0004')
    return Object.values(unzipSync(bytes))
      .map((file) => Buffer.from(file).toString('utf8'))
      .join('\n');
  return bytes.toString('utf8');
}
