import { root, wordsOf } from './normalise.ts';

/** A page for the index. */
export interface Lean {
  readonly title: string;
  /** Its aliases. */
  readonly keywords: string;
  /** One or two sentences. */
  readonly summary: string;
  /** The text from one heading to the next. */
  readonly sections: readonly { readonly id: string; readonly heading: string; readonly text: string }[];
}

/** A heading that more than this share of all pages have tells little about any of them. */
export const commonShare = 0.06;
/** The same for a word of running text: pages that speak of it have it in a title or an alias. */
const commonWordShare = 0.03;
/** The index has no more words of headings and running text than this, about twice those of a site of 200 pages. */
const mostWords = 2400;

/**
 * Makes pages small for the index. Titles, headings and aliases stay whole. Of summary and running text only words stay
 * that a title or an alias of another page has, once a page, and not those that many pages have. The index then holds
 * what queries are about, at a small part of the size, and readers on slow lines wait for it; words that stand in no
 * title and no alias mostly belong to an example, and would lead those astray who look for something else. On a large
 * site the pages with most words lose some.
 */
export function lean<P extends Lean>(
  pages: readonly P[],
  filler: ReadonlySet<string>,
  contractions: ReadonlyMap<string, string>,
): P[] {
  const telling = (text: string) => tellingWords(text, filler, contractions);
  const rootsOf = (text: string) => telling(text).map(root);
  const named = new Set(pages.flatMap(({ title, keywords }) => rootsOf(`${title} ${keywords}`)));
  const runningOf = ({ summary, sections }: Lean) => [summary, ...sections.map(({ text }) => text)].flatMap(rootsOf);
  const isCommon = commonIn(pages, runningOf, commonWordShare);
  const isCommonHeading = commonIn(pages, ({ sections }) => sections.map(({ heading }) => heading), commonShare);
  const kept = pages.map((page) => {
    const own = new Set(rootsOf(`${page.title} ${page.keywords}`));
    const running = new Set(runningOf(page).filter((key) => named.has(key) && !isCommon(key) && !own.has(key)));
    const headings = page.sections.flatMap(({ heading }) => (isCommonHeading(heading) ? [] : rootsOf(heading)));
    const all = [...new Set([...headings.filter((key) => !own.has(key)), ...running])];
    return { page, running, all: [...all.filter((key) => named.has(key)), ...all.filter((key) => !named.has(key))] };
  });
  const most = mostEach(kept.map(({ all }) => all.length));
  return kept.map(({ page, running, all }) => {
    const allowed = new Set(all.slice(0, most));
    const left = new Set([...running].filter((key) => allowed.has(key)));
    const once = (word: string) => left.delete(root(word));
    const thin = (text: string, stays: (word: string) => boolean) => telling(text).filter(stays).join(' ');
    const summary = thin(page.summary, once);
    const sections = page.sections.map(({ id, heading, text }) => ({
      ...(isCommonHeading(heading)
        ? { id: '', heading: '' }
        : { id, heading: all.length <= most ? heading : thin(heading, (word) => allowed.has(root(word))) }),
      text: thin(text, once),
    }));
    return { ...page, summary, sections };
  });
}

/** How many words each page may have, so that all have no more than `mostWords` together. */
function mostEach(counts: readonly number[]): number {
  let most = Math.max(0, ...counts);
  const total = () => counts.reduce((sum, count) => sum + Math.min(count, most), 0);
  while (total() > mostWords) most--;
  return most;
}

/** The words of a text that say what it is about. */
export const tellingWords = (
  text: string,
  filler: ReadonlySet<string>,
  contractions: ReadonlyMap<string, string>,
): string[] => wordsOf(text, contractions).filter((word) => !filler.has(word) && /^\p{L}{3,30}$/u.test(word));

/** Tells what more than a share of all pages have. On a small site nothing counts as common. */
export function commonIn(
  pages: readonly Lean[],
  has: (page: Lean) => readonly string[],
  share: number,
): (one: string) => boolean {
  const count = new Map<string, number>();
  for (const page of pages) for (const one of new Set(has(page))) count.set(one, (count.get(one) ?? 0) + 1);
  const most = Math.max(6, pages.length * share);
  return (one) => (count.get(one) ?? 0) > most;
}

/**
 * A question of a tree as the index keeps it. It is a whole sentence, and there are many: its telling words stand as a
 * heading, the sentence itself is only shown.
 *
 * @param page the question
 * @param filler words that carry no meaning
 * @param contractions short forms and what they stand for
 */
export function questionInShort<
  P extends { readonly title: string; readonly sections: readonly { readonly heading: string }[] },
>(page: P, filler: Parameters<typeof tellingWords>[1], contractions: Parameters<typeof tellingWords>[2]): P {
  const heading = tellingWords(page.title, filler, contractions).join(' ');
  return { ...page, title: '', sections: page.sections.map((section) => ({ ...section, heading })) };
}
