/** How a file is given out: shown, or saved, under its own name in whatever letters. */
export const disposition = (isShown: boolean, fileName: string): string =>
  `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;

/** Somebody’s file is opened as if it came from nowhere: it runs nothing and asks for nothing. */
export const OF_NOWHERE = "default-src 'none'; sandbox; frame-ancestors 'none'";
