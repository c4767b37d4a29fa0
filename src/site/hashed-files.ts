/**
 * Files of the built site that are named after their content, so that a copy is never out of date. Paths count from the
 * built folder, without a slash before them.
 */
export const isHashed = (path: string): boolean =>
  /^(_astro\/|pagefind\/(fragment|index|filter)\/|pagefind\/[^/]+\.pf_meta$)/.test(path);
