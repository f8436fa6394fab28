import { LARGEST_ATTACHMENT, type WaitingFile } from '../../../schema/attachment-words';

/** What a file is to go with. */
export type AttachedTo = { readonly reportId: string } | { readonly agendaItemId: string };

export const PICTURES = ['.png', '.jpg', '.jpeg'] as const;
export const ATTACHABLE = ['.pdf', ...PICTURES, '.docx', '.xlsx', '.pptx'] as const;

export interface Sending {
  readonly file: Promise<WaitingFile>;
  stop(): void;
}

/** Sends a file on its way, telling how much of it is there. Fails with words for whoever chose it. */
export function sendAttachment(file: File, to: AttachedTo, onProgress: (share: number) => void): Sending {
  const request = new XMLHttpRequest();
  const sent = new Promise<WaitingFile>((resolve, reject) => {
    if (file.size > LARGEST_ATTACHMENT) {
      const megabytes = LARGEST_ATTACHMENT / 1024 / 1024;
      reject(new Error(`This file is larger than ${megabytes} MB, the most an attachment may be.`));
      return;
    }
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () =>
      reject(new Error('The server cannot be reached just now. Nothing was attached: try again.'));
    request.onload = () => {
      const answer = answerIn(request.responseText);
      if (request.status === 201 && answer?.uploadId) resolve(answer);
      else reject(new Error(answer?.errors?.[0]?.message ?? 'The server did not take this file.'));
    };
    const form = new FormData();
    form.append('file', file, file.name);
    request.open('POST', `/attachments?${new URLSearchParams({ ...to })}`);
    request.setRequestHeader('x-accord-upload', '1');
    request.send(form);
  });
  return { file: sent, stop: () => request.abort() };
}

/** Whoever thinks better of a file leaves nothing of it behind. Should that fail, it lapses by itself. */
export function forgetFile({ uploadId }: WaitingFile): void {
  const headers = { 'x-accord-upload': '1' };
  void fetch(`/attachments/${uploadId}`, { method: 'DELETE', headers }).catch(() => {});
}

type Answer = WaitingFile & { errors?: { message: string }[] };

function answerIn(text: string): Answer | null {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return null;
  }
}
