/**
 * Marks the page while a link to answers is opened, so that its style hides what the link did not lead to (start.css).
 *
 * @param opening whether that is still so
 */
export const byLink = (opening: boolean): boolean => document.documentElement.classList.toggle('by-link', opening);
