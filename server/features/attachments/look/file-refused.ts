/** Why a file is not taken. The message is written for whoever chose it. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
}

export const damaged = () =>
  new FileRefused(
    'This file is damaged and cannot be read. Open it in the program it comes from, save it again and retry.',
  );

export const locked = () =>
  new FileRefused(
    'This file is protected with a password. Save a copy without the password and attach that.',
  );

export const tooMuch = () =>
  new FileRefused(
    'This file unpacks to more than can be looked through. Make it smaller, or save it as a PDF, and retry.',
  );
