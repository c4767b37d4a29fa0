/** Sends readers on from an old address, with all that stood behind it: answers of a tree, a heading. */
const link = document.querySelector<HTMLAnchorElement>('[data-moved] a');
if (link) location.replace(link.href + location.search + location.hash);
