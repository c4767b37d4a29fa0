/**
 * What a page in a frame does besides the tree or the script in it: tells the page around it how high it is, opens other
 * pages beside that page and not inside it, and takes that page along when the reader leaves.
 */
import '../../script/ui/begin.ts?frame';

/** What the page around is told, and nothing else. */
interface Told {
  readonly type: 'good-terms:height';
  /** In pixels, rounded up. */
  readonly height: number;
}

/** The height is told to whoever shows the page: the server's header says who may, and it gives nothing of the reader away. */
const tell = (): void => {
  const told: Told = {
    type: 'good-terms:height',
    height: Math.ceil(document.body.getBoundingClientRect().height),
  };
  parent.postMessage(told, '*');
};
new ResizeObserver(tell).observe(document.body);

// Before whoever else hears of the press: a link of the walk stays in the frame, any other opens beside.
addEventListener(
  'click',
  ({ target }) => {
    const link = target instanceof Element && target.closest('a');
    if (!link || !/^https?:$/.test(link.protocol)) return;
    const isHere = link.origin === location.origin && link.pathname === location.pathname;
    if (isHere) return;
    link.target = link.matches('.leave') ? '_top' : '_blank';
    link.rel = 'noopener';
  },
  true,
);

// "Leave this page" (src/site/client/leave.ts) empties the page and goes. Here that is the frame alone: the page around it goes too.
new MutationObserver(() => {
  const harmless = document.body.hidden && document.querySelector<HTMLAnchorElement>('.leave')?.href;
  if (!harmless) return;
  try {
    top?.location.replace(harmless);
  } catch {
    // The page around does not allow it: the frame alone shows something else.
  }
}).observe(document.body, { attributeFilter: ['hidden'] });
