/** Puts text on the clipboard. There is none where the page did not come over a secure line. */
export async function copyText(text: string): Promise<void> {
  const clipboard: Clipboard | undefined = navigator.clipboard;
  if (!clipboard) throw new Error('There is no clipboard');
  await clipboard.writeText(text);
}

/** The same of an image. Promised at once, while the press that asked for it still counts. */
export async function copyPng(png: Promise<Blob>): Promise<void> {
  const clipboard: Clipboard | undefined = navigator.clipboard;
  if (!clipboard) throw new Error('There is no clipboard');
  await clipboard.write([new ClipboardItem({ 'image/png': png })]);
}
