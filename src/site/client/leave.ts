/**
 * "Leave this page": the link `.leave` and Escape pressed three times put a harmless page in place of this one and
 * forget what the tab has kept of this site. Loaded only where there is one to be seen (shell.ts, Result.tsx), and kept tiny.
 * Without it the link is a link.
 */

/** As much time, in milliseconds, may lie between two presses. */
const mostBetween = 2000;

export {};

let presses = 0;
let last = 0;
let isLeaving = false;

function leave({ href, host }: HTMLAnchorElement): void {
  isLeaving = true;
  try {
    // All sites of a server share the storage; the names of this one's entries begin alike.
    const own = `good-terms ${document.documentElement.dataset['base']} `;
    for (const name of Object.keys(sessionStorage)) if (name.startsWith(own)) sessionStorage.removeItem(name);
  } catch {
    // Storage is blocked: nothing is kept.
  }
  // The other page may take its time. Nothing of this one is to be seen meanwhile, neither in the window nor on its tab.
  document.title = host;
  document.body.hidden = true;
  location.replace(href);
}

/** The links of what is shown: in the file to take along, and on trees, there are some that are not. */
const links = [...document.querySelectorAll<HTMLAnchorElement>('.leave')];
for (const link of links)
  link.onclick = (event) => {
    // Whatever key is held down: a second tab would leave this one open.
    event.preventDefault();
    leave(link);
  };
// Before anything else that Escape does, such as closing a dialog.
addEventListener(
  'keydown',
  (event) => {
    const { key, repeat, timeStamp } = event;
    if (repeat) return;
    presses = key !== 'Escape' ? 0 : timeStamp - last < mostBetween ? presses + 1 : 1;
    last = timeStamp;
    const link = presses > 2 && links.find((one) => one.checkVisibility());
    if (link) leave(link);
    // Escape would stop the browser from loading; in haste somebody presses once more.
    if (isLeaving) event.preventDefault();
  },
  true,
);
