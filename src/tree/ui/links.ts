import type { phoneNumbers } from '../../site/phone.ts';
import type { Counsel } from '../engine/counsel.ts';
import type { OutcomeText, TreeText } from '../engine/tree.ts';

/** A page to go to. */
export interface NamedLink {
  readonly title: string;
  readonly href: string;
}

/** A guide to read. */
export interface GuideLink extends NamedLink {
  /** Whether it counts the months that the money lasts without one client. */
  readonly months?: true;
}

/** A script to open, with what its wordings are called. */
export interface ScriptLink extends NamedLink {
  /** Channel and tone, by variant id. */
  readonly variants: Readonly<Record<string, string>>;
}

/** Where the pages are that a walk points to. The island knows no addresses of its own. */
export interface WalkLinks {
  /** The tree's own page, which opens links to answers. */
  readonly self: string;
  readonly worksheet: string;
  /** The page of each outcome, by outcome id. */
  readonly outcomes: Readonly<Record<string, string>>;
}

/** Where the pages are that a result points to besides. */
export interface ResultLinks {
  /** Empty where there is no map. */
  readonly map: string;
  /** By script id. */
  readonly scripts: Readonly<Record<string, ScriptLink>>;
  /** By topic/file. */
  readonly guides: Readonly<Record<string, GuideLink>>;
  /** By tree id. */
  readonly trees: Readonly<Record<string, NamedLink>>;
}

/** Whom to call when somebody is in danger. */
export interface Emergency {
  readonly number: string;
  /** Each number in it, with the address that calls it. */
  readonly calls: ReturnType<typeof phoneNumbers>;
  /** The organisation's own contact, in words. */
  readonly contact: string;
}

/** What a result says and where it leads: for all outcomes of a tree, so that fetching it does not tell which one was reached. */
export interface ResultText {
  readonly outcomes: readonly OutcomeText[];
  /** What each answer says as a fact, by `question/answer`. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly counsel: Counsel;
  readonly links: ResultLinks;
  readonly emergency: Emergency;
}

/** What a page hands to the walk. */
export interface WalkText {
  /** The tree's id. */
  readonly id: string;
  readonly tree: TreeText;
  readonly links: WalkLinks;
  /** The language tag for dates, such as en-GB. */
  readonly locale: string;
  /**
   * What stands before the walk's own fragment in the address, such as `#/decide/fire/`, where the tree is one page of
   * many in a file (src/single-file). Nothing on the site.
   */
  readonly place?: string;
}
