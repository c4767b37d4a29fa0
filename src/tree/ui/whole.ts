/**
 * Makes a link one that can be passed on.
 *
 * @param link where it leads, from this page
 * @returns the whole address; in the build, where no page is open, only the page that it leads to
 */
export const whole = (link: string): string =>
  globalThis.location ? new URL(link, location.href).href : link.replace(/#.*/, '');
