/** Words that were begun and not yet sent: kept on this device, so that a closed laptop loses nothing. */

const keyOf = (name: string): string => `accord.draft.${name}`;

export function readDraft(name: string): string | null {
  try {
    return localStorage.getItem(keyOf(name));
  } catch {
    return null;
  }
}

export function keepDraft(name: string, text: string): void {
  try {
    if (text.trim() === '') localStorage.removeItem(keyOf(name));
    else localStorage.setItem(keyOf(name), text);
  } catch {
    // Storage is blocked or full: the words stay on the page until it is closed.
  }
}
