/**
 * What may be kept for times without a network, and for how long. The worker (offline-worker.ts) and the part of the
 * about page that removes it all (offline-kept.ts) go by these.
 */

/** So many days after somebody last opened a page, its copy goes. The about page says so. */
export const keptDays = 30;

/** The cache of the pages that were opened. @param scope the site's root as a whole address */
export const pagesCache = (scope: string): string => `good-terms-pages ${scope}`;

/** Whether a cache is one of this site's; other sites of the server have theirs beside it. */
export const isOfSite = (cache: string, scope: string): boolean =>
  [' ', '-'].some((before) => cache.endsWith(before + scope)) && /^(good-terms|workbox-precache)/.test(cache);

/** The parts of an answer that decide whether it may be kept. */
type Answer = Pick<Response, 'status' | 'redirected' | 'headers'>;

/** Whether an answer may be kept: it is the address's own, and the server does not say that it is for one reader or for no cache. */
export const mayKeep = ({ status, redirected, headers }: Answer): boolean =>
  status === 200 &&
  !redirected &&
  !/\b(?:no-store|private)\b/i.test(headers.get('cache-control') ?? '') &&
  headers.get('vary')?.trim() !== '*';

/** Whether an answer means that a copy kept before has to go: the page is no more, or must not be kept any longer. */
export const mustGo = (answer: Answer): boolean =>
  answer.status === 404 || answer.status === 410 || (answer.status === 200 && !answer.redirected && !mayKeep(answer));

/** The header that says when a copy was made and of which release it is. */
const mark = 'good-terms-kept';
const dayOf = (time: number): number => Math.floor(time / 86_400_000);

/**
 * An answer to keep, marked with the day, since a time would say more than is needed.
 * @param release what tells this release from others
 * @param time milliseconds, as of `Date.now()`
 */
export function marked(answer: Response, release: string, time: number): Response {
  const headers = new Headers(answer.headers);
  headers.set(mark, `${dayOf(time)} ${release}`);
  return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers });
}

/** Whether a copy may still be shown: it has a mark, and its days are not over. */
export const isCurrent = (copy: Pick<Response, 'headers'>, time: number): boolean => {
  const [day = ''] = copy.headers.get(mark)?.split(' ') ?? [];
  return /^\d+$/.test(day) && dayOf(time) - Number(day) < keptDays;
};

/** Whether a copy is of a release. */
export const isOfRelease = (copy: Pick<Response, 'headers'>, release: string): boolean =>
  copy.headers.get(mark)?.split(' ')[1] === release;
