/**
 * The address of a page of this site under the base path it is built for.
 * @param path from the site's root, such as `/scripts/late-payment/`
 * @param base the base path, with or without its last slash
 */
export const withBase = (path: string, base: string): string =>
  path.startsWith('/') && !path.startsWith('//') ? base.replace(/\/$/, '') + path : path;

/** {@link withBase} with the base path of this build. For pages and components. */
export const href = (path: string): string => withBase(path, import.meta.env.BASE_URL);
