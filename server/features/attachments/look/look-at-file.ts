import { invalidInput, rateLimited } from '../../../platform/graphql/errors.js';
import { askChild, ChildFailed } from '../../../platform/jobs/child.js';
import { compiledBeside } from '../../../platform/jobs/compiled.js';
import { Turns } from '../../../platform/jobs/turns.js';
import { type FileRefused, tooMuch } from './file-refused.js';
import type { Looked } from './look.js';
import type { LookAnswer } from './look-at-file.child.js';

const SECONDS_TO_WAIT = 30;
const LIMITS = { milliseconds: 40_000, heapMegabytes: 320, residentMegabytes: 1_000 };
const WORK_MILLISECONDS = 12_000;

const turns = new Turns(2, 8, () => rateLimited(SECONDS_TO_WAIT));
const refused = ({ message }: Pick<FileRefused, 'message'>) => invalidInput([{ field: 'file', message }]);

/** Looks into somebody’s file in a process of its own. */
export const lookAtFile = (bytes: Uint8Array): Promise<Looked> =>
  turns.take(async () => {
    const module = compiledBeside(import.meta.url, './look-at-file.child.js');
    const request = { bytes, workMilliseconds: WORK_MILLISECONDS };
    const answer = await askChild<LookAnswer>(module, request, LIMITS).catch((error: unknown) => {
      // What brings the process that looks down is refused; what keeps it from beginning is ours.
      if (error instanceof ChildFailed && error.trouble !== 'UNAVAILABLE') throw refused(tooMuch());
      throw error;
    });
    if (answer.kind === 'REFUSED') throw refused(answer);
    return answer.looked;
  });
