/**
 * A module taken with "?frame" behind its name is one of its own, beside that of the site's other pages. Shared with their
 * script, it would be one more file that each of them waits for.
 */
declare module '*?frame';
