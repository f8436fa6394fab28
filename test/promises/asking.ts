import type { Person, TestApp } from '../support/app.js';
import { download, FILES, textOf } from '../support/exports.js';
import type { Question } from './schema-walk.js';

/** One whole answer, with all that came with it. */
export interface Told {
  question: Question;
  /** Status, headers and body, as they came. */
  text: string;
  body: string;
}

/** What no two answers have in common: when it was sent, and whether the connection is kept. Nothing else is left out. */
const UNJUDGED_HEADERS = new Set(['date', 'connection', 'keep-alive']);
const PAGES = 8;
const ABREAST = 4;

/** Asks everything, in order; lists that are asked page by page to their end. */
export async function askAll(app: TestApp, who: Person, questions: readonly Question[]): Promise<Told[]> {
  const told: Told[][] = [];
  let next = 0;
  const work = async () => {
    for (let i = next++; i < questions.length; i = next++) {
      const question = questions[i];
      if (question)
        told[i] = question.isPaged ? await pages(app, who, question) : [await ask(app, who, question)];
    }
  };
  await Promise.all(Array.from({ length: ABREAST }, work));
  return told.flat();
}

async function pages(app: TestApp, who: Person, question: Question): Promise<Told[]> {
  const told: Told[] = [];
  let after: string | null = null;
  for (let page = 0; page < PAGES; page++) {
    const one = await ask(app, who, { ...question, variables: { ...question.variables, after0: after } });
    told.push(one);
    const end = /"endCursor":"([^"]+)"/.exec(one.body)?.[1];
    if (!end || end === after) break;
    after = end;
  }
  return told;
}

export async function ask(app: TestApp, who: Person, question: Question): Promise<Told> {
  const send = () =>
    fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...who.headers },
      body: JSON.stringify({ query: question.query, variables: question.variables }),
    });
  // A line that was kept while a walk was worked out may have been let go meanwhile: a question is asked again.
  const response = await send().catch((error: { cause?: { code?: string } }) => {
    if (error.cause?.code !== 'ECONNRESET') throw error;
    return send();
  });
  const body = await response.text();
  const headers = [...response.headers].filter(([name]) => !UNJUDGED_HEADERS.has(name));
  return { question, text: `${response.status} ${JSON.stringify(headers)}\n${body}`, body };
}

/** Downloads all files of these plans. */
export async function downloadAll(app: TestApp, who: Person, planIds: readonly string[]): Promise<Told[]> {
  const told: Told[] = [];
  for (const id of planIds)
    for (const file of FILES) {
      const answer = await download(app.url, who, id, file);
      const body = await textOf(answer);
      told.push({ question: { query: `${file} of ${id}`, variables: {}, isPaged: false }, text: body, body });
    }
  return told;
}

/** The types of which an answer held something. */
export function typesIn(told: readonly Told[]): Set<string> {
  const types = new Set<string>(['Query']);
  for (const { body } of told)
    for (const [, type] of body.matchAll(/"__typename":"(\w+)"/g)) if (type) types.add(type);
  return types;
}
