/** Why a file could not be read. The message is written for the person who chose the file. */
export type ImportFileErrorCode =
  | 'EMPTY'
  | 'NOT_A_WORKBOOK'
  | 'ENCRYPTED'
  | 'BROKEN'
  | 'UNSAFE'
  | 'TOO_LARGE'
  | 'TOO_MANY_SHEETS'
  | 'TOO_MANY_ROWS'
  | 'TOO_MANY_CELLS'
  | 'TIMED_OUT'
  | 'BUSY'
  | 'UNAVAILABLE';

export class ImportFileError extends Error {
  override readonly name = 'ImportFileError';

  constructor(
    readonly code: ImportFileErrorCode,
    message: string,
  ) {
    super(message);
  }
}

export function broken(detail: string): ImportFileError {
  return new ImportFileError(
    'BROKEN',
    `This file is damaged and cannot be read (${detail}). Open it in your spreadsheet program, save it again and retry.`,
  );
}

export function unsafe(detail: string): ImportFileError {
  return new ImportFileError(
    'UNSAFE',
    `This file is put together in a way no spreadsheet program does (${detail}), so it was not opened. Save it again as .xlsx and retry.`,
  );
}

/** A spreadsheet of a kind that is not read; every program that opens it can save it as one that is. */
export function otherFormat(what: string): ImportFileError {
  return new ImportFileError(
    'NOT_A_WORKBOOK',
    `This is ${what}, which cannot be imported: open it in your spreadsheet program, save it as .xlsx and import that.`,
  );
}
