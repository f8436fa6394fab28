/** pg’s own, exported but not typed: how it writes values down for PostgreSQL. */
declare module 'pg/lib/utils.js' {
  const utils: { prepareValue(value: unknown): string | Buffer | null };
  export default utils;
}
