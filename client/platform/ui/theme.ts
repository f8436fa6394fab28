/** The reader's choice of light or dark: remembered on this device, otherwise the system's. See public/theme.js. */

export type Theme = 'system' | 'light' | 'dark';

const KEY = 'accord.theme';

export function chosenTheme(): Theme {
  const chosen = document.documentElement.dataset['theme'];
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

export function chooseTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  try {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Storage is blocked: the choice holds until the page is closed.
  }
}

/** For what is drawn by hand: told when colours are other ones, by the reader's choice or by the system's. */
export function onThemeChange(call: () => void): () => void {
  const media = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) => matchMedia(query));
  for (const one of media) one.addEventListener('change', call);
  const chosen = new MutationObserver(call);
  chosen.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    for (const one of media) one.removeEventListener('change', call);
    chosen.disconnect();
  };
}
