import type { VocabularyData } from '../../content/schemas/site.ts';
import type { Worths } from './told.ts';

/** The vocabulary as it travels: what is not covered stands among the pages. */
export type SearchVocabulary = Omit<VocabularyData, 'notCovered'> & {
  /** The addresses of the tree on danger, for whoever it may be in, and of the guide for whoever is in it. */
  readonly onDanger: { readonly tree: string; readonly guide: string };
};

/** What kind of page a result is; `gap` is what the playbook leaves alone, told instead of found. */
export type Kind = 'guide' | 'script' | 'decision' | 'outcome' | 'source' | 'page' | 'gap';

/** A place in a page that has words of its own: a question of a tree. */
export interface Part {
  readonly says: string;
  /** What stands behind the page's address. */
  readonly behind: string;
}

/** A page as search knows it. */
export interface SearchPage {
  /** From the site's root; empty for a gap that no page is near to. */
  readonly url: string;
  readonly kind: Kind;
  readonly title: string;
  readonly summary: string;
  /** What people say when this page is the answer: its aliases and phrasings. Compared and never shown. */
  readonly says: readonly string[];
  readonly parts: readonly Part[];
  /** Of a guide: the address of the script with the words to use; empty when there is none. */
  readonly words: string;
}

/** What brings people here, in their words, with the first thing to do. Addresses are from the site's root. */
export interface Situation {
  readonly url: string;
  readonly says: string;
  readonly first: string;
  /** The addresses of its guide, of the script with the words, and of the tree. */
  readonly guide: string;
  readonly words: string;
  readonly decide: string;
  /** Other ways to say it. Compared and never shown. */
  readonly aliases: readonly string[];
}

/** What people say: all that search needs to answer at once. */
export interface SearchData {
  readonly pages: readonly SearchPage[];
  readonly situations: readonly Situation[];
  readonly vocabulary: SearchVocabulary;
  /** What words say of danger that is told without a word for it. */
  readonly worths: Worths;
}

/** A page that has the words of a query somewhere in its text. */
export interface TextHit {
  /** From the site's root. */
  readonly url: string;
  readonly title: string;
  readonly kind: string;
  /** The sentence around the words, as plain text. */
  readonly excerpt: string;
}

/** Where search gets what it needs: the site fetches it, the file to take along has it in itself. */
export interface SearchSource {
  /** The address of a page here. @param path from the site's root, with or without a fragment */
  readonly address: (path: string) => string;
  /** What people say. Rejects when it cannot be reached. */
  load(): Promise<SearchData>;
  /** Pages whose text has all of these words, best first. Rejects when the text cannot be searched. */
  text(words: readonly string[]): Promise<readonly TextHit[]>;
}
