import type { Refusal } from '../../platform/graphql/errors';

/** What previewImport takes for the file itself. */
export type SentFile =
  | { readonly fileName: string; readonly contentBase64: string }
  | { readonly uploadId: string };

export const ACCEPTED = ['.xlsx', '.csv'] as const;

/** Above it the file goes by a road of its own: what GraphQL takes in one go has its bound. */
const INLINE_BYTES = 96 * 1024;
const MOST_BYTES = 10 * 1024 * 1024;

const refusal = (message: string, code = 'INVALID_INPUT'): Refusal => ({
  code,
  message,
  fields: [{ field: 'file', message }],
  conflicts: [],
});

/** Why a file cannot be a plan, before anything is sent; null when it may be one. */
export function whyNot({ name, size }: Pick<File, 'name' | 'size'>): string | null {
  if (/\.xls$/i.test(name))
    return 'This is a workbook of the old kind (.xls). Open it, save it as an Excel workbook (.xlsx), and choose that.';
  if (!ACCEPTED.some((ending) => name.toLowerCase().endsWith(ending)))
    return 'This is neither a workbook (.xlsx) nor a table (.csv). Save it as one of these, and choose that.';
  if (size === 0) return 'This file is empty.';
  if (size > MOST_BYTES) return 'This file is larger than 10 MB, the most a plan may be.';
  return null;
}

function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

/** Brings a file within the server's reach. What comes back goes into previewImport; or why it was refused. */
export async function sendFile(file: File): Promise<{ sent: SentFile } | { refusal: Refusal }> {
  if (file.size <= INLINE_BYTES) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { sent: { fileName: file.name, contentBase64: base64Of(bytes) } };
  }
  const form = new FormData();
  form.append('file', file, file.name);
  try {
    const response = await fetch('/imports', {
      method: 'POST',
      headers: { 'x-accord-upload': '1' },
      credentials: 'same-origin',
      body: form,
    });
    const answer = (await response.json()) as {
      uploadId?: string;
      errors?: { message: string; extensions?: { code?: string } }[];
    };
    if (response.ok && answer.uploadId) return { sent: { uploadId: answer.uploadId } };
    const [error] = answer.errors ?? [];
    return {
      refusal: refusal(error?.message ?? 'The server did not take this file.', error?.extensions?.code),
    };
  } catch {
    return {
      refusal: refusal('The server cannot be reached just now. Nothing was sent: try again.', 'UNREACHABLE'),
    };
  }
}
