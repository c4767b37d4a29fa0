/** Which pages may be found: a filter's name and the values that pass, such as `{ kind: ['script'] }`. */
export type Filters = Readonly<Record<string, readonly string[]>>;

/** A page that an index found for one query. */
export interface Hit {
  readonly id: string;
  /** How well it matches; only comparable within one index. */
  readonly score: number;
}

/** A full-text index that wants all words of a query to match. */
export interface Index<H extends Hit> {
  search(query: string, filters?: Filters): Promise<readonly H[]>;
}

/** One way to say a term: what is sent to the index, and how much a match by it counts. */
export interface Wording {
  /** One word, or several that must all match; between quotes they must stand side by side. */
  readonly text: string;
  /** 1 for what the reader wrote, less for what we put in its place. */
  readonly weight: number;
  /** Whether other words of the site begin with this one and are not forms of it: fee, feel, feedback. */
  readonly loose: boolean;
}

/** One thing that the reader asked about: a word, or a phrase of the vocabulary. */
export interface Term {
  /** What the reader wrote, normalised. */
  readonly wrote: string;
  /** The ways to say it that the site has words for, best first. Empty: the site does not speak of it. */
  readonly wordings: readonly Wording[];
  /** Whether a title or an alias of the site speaks of it, and not only running text. */
  readonly strong: boolean;
  /** Whether it shows that the question is about what the site is about. */
  readonly ours: boolean;
  /** Whether the reader speaks of danger. */
  readonly danger: boolean;
  /** The word of the site that was taken for a misspelt one. */
  readonly corrected?: string;
}
