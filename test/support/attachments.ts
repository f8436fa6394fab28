import type { WaitingFile } from '../../schema/attachment-words.js';
import type { Person, TestApp } from './app.js';

export const ATTACH = `mutation ($input: CreateAttachmentInput!) { createAttachment(input: $input) { attachment { id version title address } } }`;

type Sent = WaitingFile & {
  status: number;
  errors?: { message: string; extensions: { code: string; fields: { field: string; message: string }[] } }[];
};

/** Sends a file on its way to a report or an item. */
export async function send(
  app: Pick<TestApp, 'url'>,
  who: Person,
  file: Uint8Array,
  to: object,
  name = 'Paper.pdf',
): Promise<Sent> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(file)]), name);
  const answer = await fetch(`${app.url}/attachments?${new URLSearchParams(to as Record<string, string>)}`, {
    ...{ method: 'POST', body: form },
    headers: { ...who.headers, 'x-accord-upload': '1' },
  });
  return { status: answer.status, ...((await answer.json()) as WaitingFile) };
}

interface Attached {
  id: string;
  version: number;
  title: string;
  address: string;
}

/** Sends a file, accepts what is in it, and attaches it. */
export async function attach(
  app: Pick<TestApp, 'url'>,
  who: Person,
  file: Uint8Array,
  { title, altText, ...to }: { title: string; altText?: string; reportId?: string; agendaItemId?: string },
): Promise<Attached> {
  const { uploadId, findings } = await send(app, who, file, to);
  const accepts = [...new Set(findings.flatMap(({ kind, isTakenOut }) => (isTakenOut ? [] : [kind])))];
  const { createAttachment } = await who.ok<{ createAttachment: { attachment: Attached } }>(ATTACH, {
    input: { ...to, uploadId, title, altText, accepts },
  });
  return createAttachment.attachment;
}

export const download = (
  app: Pick<TestApp, 'url'>,
  who: Person,
  address: string,
  headers: Record<string, string> = {},
): Promise<Response> => fetch(`${app.url}${address}`, { headers: { ...who.headers, ...headers } });
