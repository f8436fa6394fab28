import type { Plugin } from 'vite';

const STYLE_INJECTOR = '\0no-inline-styles';

/**
 * Makes the query explorer fit the content security policy of every other page: its style sheet brings
 * typefaces as data: addresses, and its dialogs add an inline style that stops the page from scrolling,
 * which this page never does.
 */
export function graphiqlUnderOurPolicy(): Plugin {
  return {
    name: 'graphiql-under-our-policy',
    enforce: 'pre',
    resolveId: (source) => (source === 'react-style-singleton' ? STYLE_INJECTOR : null),
    load: (id) =>
      id === STYLE_INJECTOR
        ? 'export const styleSingleton = () => () => null; export const styleHookSingleton = () => () => undefined;'
        : null,
    transform: (code, id) =>
      /node_modules\/graphiql\/dist\/style\.css/.test(id)
        ? { code: code.replace(/@font-face\s*\{[^}]*\}/g, ''), map: null }
        : null,
  };
}
