/** Marks the part of the page that is being read in its list of contents. Without it the list leads just the same. */
const links = [...document.querySelectorAll<HTMLAnchorElement>('.contents a')];
const parts = links.flatMap((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))) ?? []);

function mark(): void {
  const line = innerHeight * 0.3;
  const read = Math.max(
    0,
    parts.findLastIndex((part) => part.getBoundingClientRect().top < line),
  );
  for (const [at, link] of links.entries())
    if (at === read) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
}

// A heading that crosses the line begins another part.
const watch = new IntersectionObserver(mark, { rootMargin: '0px 0px -70%' });
for (const part of parts) watch.observe(part);
