import { unzipSync } from 'fflate';
import type { Person } from './app.js';

export const FILES = ['plan.xlsx', 'actions.csv', 'risks.csv', 'cross-references.csv'] as const;

export const download = (url: string, who: Person, planId: string, file: string): Promise<Response> =>
  fetch(`${url}/exports/plans/${planId}/${file}`, { headers: who.headers });

/** The parts of a workbook as text. */
export function partsOf(bytes: Uint8Array): Record<string, string> {
  const parts = Object.entries(unzipSync(bytes));
  return Object.fromEntries(parts.map(([name, part]) => [name, new TextDecoder().decode(part)]));
}

/** All there is to read in a downloaded file, whatever it is packed in. */
export async function textOf(answer: Response): Promise<string> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const isPacked = answer.headers.get('content-type')?.includes('spreadsheetml');
  return isPacked ? JSON.stringify(partsOf(bytes)) : new TextDecoder().decode(bytes);
}
