import { pluralOf } from './plural.ts';

/**
 * Every word of the software that somebody sees, one constant for each part of the site, so that a page loads only the
 * parts it needs. Another language is another file of this shape. Words of the playbook itself stand in content/.
 */

/** The language of this file: the `lang` of every page, and the rules of its plurals. */
export const language = 'en-GB';

const plural = pluralOf(language);

/** The walk through a tree, its result, memo, map and worksheet. */
export const tree = {} as const;

/** The page of a script: its form, its copying, its call mode. */
export const script = {
  channels: { email: 'email', phone: 'phone', 'in-person': 'in person', chat: 'chat' },
  tones: { warm: 'warm', firm: 'firm', final: 'final' },
  variant: (channel: string, tone: string) => `${channel}, ${tone}`,
  wordingsOf: (title: string) => `Wordings of "${title}"`,
  fillIn: 'Fill in',
  fillInAndCopy: 'Fill in and copy',
  keptInTab: 'What you type stays in this browser tab, for all scripts. It is sent nowhere.',
  keptNowhere:
    'Your browser keeps nothing for this tab: what you type is gone when you leave the page. It is sent nowhere.',
  optional: '(optional)',
  suchAs: (example: string) => `Such as ${example}`,
  choose: 'Choose',
  yes: 'yes',
  no: 'no',
  clear: 'Clear everything typed',
  cleared: 'Everything typed in this tab is cleared.',
  forYouOnly: 'For you only:',
  subject: 'Subject:',
  ifTheySay: 'If they say',
  couldNotLoad:
    'The form could not be loaded. Reload the page, or copy the words by hand and fill in what stands in ((double brackets)).',
  actions: {
    copy: 'Copy',
    copySubject: 'Copy subject',
    openInMail: 'Open in mail',
    downloadText: 'Download .txt',
    downloadMail: 'Download .eml',
  },
  gaps: (count: number) => plural(count, { one: '# gap', other: '# gaps' }),
  withGaps: (what: string, gaps: string) => `${what} with ${gaps}`,
  notDoneYet: (gaps: string) => `Not done yet: ${gaps} left. Fill in what is missing, or press again.`,
  stillMissing: 'Still missing:',
  theText: 'The text',
  theTextWithoutSubject: 'The text without the subject',
  theSubject: 'The subject',
  isCopied: (what: string) => `${what} is copied.`,
  isCopiedWithGaps: (what: string, gaps: string) => `${what} is copied, with ${gaps}.`,
  copyRefused: 'Your browser did not allow copying. The words are selected: press Ctrl+C or Cmd+C.',
  downloadStarted: (file: string) => `The download of ${file} has started.`,
  tooLongForMail: (length: number, most: number) =>
    `Too long to open in mail: ${length} characters once encoded, and ${most} is the most that works everywhere. Copy it or download the .eml.`,
  callMode: 'Call mode',
  close: 'Close',
  lineOf: (line: number, lines: number) => `Line ${line} of ${lines}`,
  back: 'Back',
  next: 'Next',
} as const;

/** The library of scripts. */
export const library = {
  all: (count: number) => plural(count, { one: 'All # script.', other: 'All # scripts.' }),
  some: (shown: number, all: number) => `${shown} of ${plural(all, { one: '# script.', other: '# scripts.' })}`,
  none: 'No script matches. Remove a filter.',
} as const;

/** Search: the box, its results, and what is said when there are none. */
export const search = {} as const;

/** Head, foot and everything around a page. */
export const site = {} as const;

/** The pages that hold no guide, script or tree: home, lists, sources, about, not found, offline. */
export const pages = {} as const;

/** The upkeep report and what each page says of its own. */
export const upkeep = {} as const;

/** The one file to take along. */
export const singleFile = {} as const;
