/**
 * Makes a link one that can be passed on.
 *
 * @param link where it leads, from this page
 * @returns the whole address
 */
export const whole = (link: string): string => new URL(link, location.href).href;
