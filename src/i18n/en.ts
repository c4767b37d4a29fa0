/**
 * Every word of the software that someone sees, one constant for each part of the site, so that a page loads only the
 * parts it needs. Another language is another file of this shape, named in LANGUAGE_FILE when the site is built. Words of the
 * playbook itself stand in content/.
 *
 * In texts that say so, `[words]` are a link or a date, `**words**` are strong and `` `words` `` are code; the page that
 * shows them knows where each link leads, in this order.
 */
import { pluralOf } from './plural.ts';

/** The language of this file: the `lang` of every page, the order of lists, and the rules of plurals. */
export const language = 'en-GB';

const plural = /* @__PURE__ */ pluralOf(language);

/** The names of some things, behind what is said of them. */
const named = (which: readonly string[]): string => (which.length === 0 ? '' : `: ${which.join('; ')}`);

/** The kinds of page, as lists call them. */
export const pageKinds = {
  guide: 'guide',
  script: 'script',
  decision: 'decision',
  outcome: 'result',
  source: 'article',
  page: 'page',
} as const;

/** The front door: what someone needs, and which decision that leads to. */
export const frontDoor = {
  whatDoYouNeed: 'What do you need?',
  allTrees: 'All decisions',
  otherTrees: 'Other decisions',
  /** The link leads to all that the front door asks. */
  notSure: 'Not sure which? [Choose what you need]',
  minutes: (minutes: number) => plural(minutes, { one: '# min', other: '# min' }),
} as const;

/** The start of a tree, which pages carry before it is begun. */
export const treeStart = {
  cannotOpen: 'We could not open the answers in this link. Reload the page, or answer the questions on one page:',
} as const;

/** The walk through a tree: its questions and answers, and what links and other trees bring along. */
export const tree = {
  rungs: {
    'carry-on': 'Carry on',
    'repair-our-part': 'Fix our part',
    'hear-them-out': 'Hear them out',
    'set-a-limit': 'Set a limit',
    'challenge-the-decision-maker': 'Go to the top',
    'plan-the-exit': 'Plan the exit',
    'end-it': 'End it',
    'stop-now': 'Stop now',
  },
  questionCount: (number: number, atMostMore: number) =>
    `Question ${number}, ${atMostMore === 0 ? 'the last one' : `at most ${atMostMore} to go`}`,
  resultsOpen: (open: number, all: number) => `${open} of ${all} results still open`,
  severalHint: 'Select all that apply. We’ll go by the most serious.',
  answersSoFar: 'Your answers so far',
  beforeYouBegin: 'Before you start',
  begin: 'Start now',
  howLong: (minutes: number) => `About ${plural(minutes, { one: '# minute', other: '# minutes' })}.`,
  whereAnswersStay:
    'Your answers are in this page’s web address after the #, so they’re in your browser history too. Your last result, and answers that other decisions need, stay in this tab until you close it. Nothing is sent to us.',
  knownAlready: 'You’ve already told us:',
  fromYourAnswersIn: (title: string) => `From your answers in “${title}”.`,
  fromAnotherTree: 'From your earlier answers.',
  forgetThese: 'Forget these',
  youWillNeed: 'You’ll need:',
  back: 'Back',
  continue: 'Continue',
  startAgain: 'Start again',
  change: 'Change',
  changeWhich: (ask: string) => `your answer to: ${ask}`,
  remove: 'Remove',
  or: 'or',
  howToFindOut: 'How to find out',
  answerApart: 'A colleague asks what you think. They’ve answered too. At the end, you’ll see where you differ.',
  selectAtLeastOne: 'Select at least one answer',
  chooseAnAnswer: 'Choose an answer',
  thereIsAProblem: 'There is a problem.',
  errorIn: (ask: string) => `Error: ${ask}`,
  madeWithVersion: (was: number, is: number) =>
    `This link was made with version ${was} of these questions, and they’re now at version ${is}. Check the answers below.`,
  partOfLink: 'We could not use part of this link:',
  dropped: {
    unreadable: 'cannot be read',
    unknown: 'is not one of these questions or answers',
    'asked again': 'has changed since, so we’ll ask it again',
    'no answer': 'does not answer its question',
    'off the way': 'does not apply, given your other answers',
  },
  resultLoading: 'Loading the reasons and next steps…',
  resultFailed: 'We could not load the reasons and next steps. Your answers are safe. Reload the page, or',
  openOutcomePage: 'open this result as its own page',
  yourAnswers: 'Your answers',
} as const;

/** An outcome apart from anybody's answers, and a result as text: none of it is in the code of a walk. */
export const outcomeText = {
  ifAnyoneInDanger: 'if anyone could be hurt.',
  alsoRelevant: 'Also relevant',
  reviewDate: 'Review date',
  reviewOn: (day: string, at: string) => `${day}: ${at}`,
  reviewIn: (days: number, at: string) => `In ${plural(days, { one: 'one day', other: '# days' })}: ${at}`,
} as const;

/** The result of a tree, for the page, the memo, the page of an outcome and plain text alike. */
export const treeResult = {
  or: (parts: readonly string[]) => joined(parts, 'or'),
  and: (parts: readonly string[]) => joined(parts, 'and'),
  changeMyAnswers: 'Change my answers',
  answeredOn: (many: number, day: string) => `${many} answered · ${day}`,
  resultChanged: (was: string, is: string) => `Your result has changed from “${was}” to “${is}”.`,
  becauseYouChanged: (ask: string, was: string, is: string) => `For “${ask}” you had “${was}”, and now have “${is}”.`,
  undo: 'Undo',
  compare: 'Compare with a colleague’s answers',
  differ: 'Where you differ',
  you: 'You',
  they: 'They',
  pasteLink: 'Paste the link your colleague copied',
  compareNow: 'Compare',
  linkOfAnotherTree: 'That link is for other questions, or another page.',
  noAnswersInLink: 'That link does not contain answers to these questions.',
  notAsked: 'Not asked',
  sameAnswers: 'Your answers are the same.',
  sameOutcome: 'Both lead to the same result. These answers differ:',
  theirsLeadTo: (headline: string) => `Theirs lead to “${headline}”. These answers differ:`,
  theirsStopAt: (ask: string) => `Theirs stop at “${ask}” These answers differ:`,
  onlyOneAsked: 'Only one of you was asked this question.',
  changesNothing: 'If you changed only this answer, your result would stay the same.',
  wouldLeadTo: (results: string) => `If you changed only this answer, your result would be ${results}.`,
  openWholeResult: 'Open the whole result',
  onTheMap: 'See your route on the map',
  callNow: (number: string) => `Call\u00A0${number}`,
  thenTell: (contact: string) => `Then tell ${contact}, or someone you trust.`,
  ifHurt: 'If anyone could be hurt:',
  whatToDo: 'What to do now',
  lookAgain: 'Look again',
  changeDate: 'Change the date',
  addToCalendar: 'Add to calendar',
  calendarTitle: 'Review date',
  calendarFile: (day: string) => `review-${day}.ics`,
  calendarDone: 'The calendar file is in your downloads.',
  calendarFailed: 'We could not create the calendar entry. Please note the date yourself.',
  showIt: {
    reader: 'Talk it over with someone',
    other: 'Show it to the person who decides',
    unknown: 'Show it to someone',
  },
  memoSummary: 'One page, with the reasons on both sides.',
  print: 'Print or save as PDF',
  copyMemo: 'Copy memo',
  askApart: 'Ask them to answer separately',
  apartSays:
    'Copies a link to the same questions. They see your answers only at the end, beside theirs. The link hides them but doesn’t encrypt them.',
  apartCopied: 'Link copied. Send it to them.',
  sendBack: 'Copy a link that shows them this',
  more: 'More ways to share',
  copyMarkdown: 'Copy as Markdown',
  copyLink: 'Copy the link to your answers',
  memoCopied: 'Memo copied.',
  linkCopied: 'Link copied.',
  compareFailed: 'We could not load the comparison. Reload the page to try again.',
  copyFailed: 'We could not copy it. Open the memo below and copy it from there.',
  readMemo: 'Read the memo',
  startHere: 'Start here',
  then: 'Then',
  wordsFor: (title: string) => `Words: ${title}`,
  wordsForThis: 'Words for this',
  wordsShort: 'Words',
  share: 'Share',
  leadsTo: 'Next decision',
  countMonths: 'Count the months without them',
  why: 'Why',
  reasonsFor: 'Reasons for',
  reasonsAgainst: 'Reasons against',
  noReasons: 'None of your answers.',
  safeguards: 'Whatever you decide',
  whatWouldChange: 'What would change this result',
  changesMost: 'What would change this most:',
  nMore: (many: number) => `${many} more`,
  nothingWould: 'Changing one answer would not change the result.',
  notKnown: 'What you do not know yet',
  nextSteps: 'Next steps',
  checks: 'Check before you act',
  countedChecks: (many: number) => `Before you act: ${plural(many, { one: '# check', other: '# checks' })}`,
  countedGuides: (many: number) => `What to read: ${plural(many, { one: '# guide', other: '# guides' })}`,
  countedAnswers: (many: number) => plural(many, { one: 'Your one answer', other: 'All # answers' }),
  scripts: 'What to say',
  noScript: 'No script fits your answers.',
  guides: 'What to read',
  whoAndWhen: (who: string, when: string) => `${who}, ${when}.`,
  becauseYouAnswered: (answers: string) => `Because you answered ${answers}.`,
  becauseKnown: (fact: string) => `Because you told us earlier: ${fact}`,
  ifChanged: {
    instead: (answers: string) => `If instead: ${answers}`,
    also: (answers: string) => `If also: ${answers}`,
    without: (answers: string) => `If not: ${answers}`,
  },
  afterQuestions: (many: number) =>
    many === 0 ? '' : many === 1 ? '(after one more question)' : `(after up to ${many} more questions)`,
  oneOfResults: (many: number) => `one of ${many} results`,
  unknownMatters: (ask: string, results: string, find: string) => `${ask} It could lead to ${results}. ${find}`,
  couldLeadTo: 'It could lead to',
  askedIn: (ask: string) => `(${ask})`,
  between: (isLast: boolean) => (isLast ? ' or ' : ', '),
  guideToRead: (title: string) => `Read: ${title}`,
  recommendation: (headline: string) => `Recommendation: ${headline}`,
  memoAbout: 'About',
  memoClient: 'Client and project',
  memoBy: 'Prepared by',
  memoDate: 'Date',
  memoDecideBy: 'Decision needed by',
  memoEvidence: 'Dates, figures and examples',
  memoCosts: 'What it costs',
  memoStaying: 'Staying (hours, money, people)',
  memoLeaving: 'Leaving (income, work not billed)',
  memoSoFar: 'So far',
  memoTried: 'What we’ve tried, and what came of it',
  memoOurPart: 'Our part in it',
  memoColumns: ['Step', 'Who', 'When'],
  memoDecision: 'Decision',
  memoReview: (day: string, at: string) => `Look again on ${day}: ${at}`,
  memoAgreed: 'Agreed / with changes / not agreed',
  memoNameAndDate: 'Name, signature, date',
  memoSource: (title: string, version: number) => `From “${title}”, version ${version}.`,
  memoLink: (link: string) => `All the answers: ${link}`,
  moreInTheResult: (many: number) => (many === 1 ? 'One more in the full result.' : `${many} more in the full result.`),
  onlyIf: (facts: string) => `Only if: ${facts}.`,
  onlyUnless: (facts: string) => `Not if: ${facts}.`,
} as const;

/** Parts with commas, the last after a word. */
function joined(parts: readonly string[], word: string): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`;
}

/** The page of a script: its form, its copying, its call mode. */
export const script = {
  channels: { email: 'email', phone: 'phone', 'in-person': 'in person', chat: 'chat' },
  tones: { warm: 'warm', firm: 'firm', final: 'final' },
  variant: (channel: string, tone: string) => `${channel}, ${tone}`,
  wordingsOf: (title: string) => `Versions of “${title}”`,
  /** `what` begins a sentence of its own elsewhere; `who` too. */
  fillIn: 'Fill in the details',
  fillInAndCopy: 'Fill in and copy',
  filled: (done: number, all: number) => `${done} of ${all} filled`,
  keptInTab: 'What you type stays in this tab and fills in every script. Nothing is sent anywhere.',
  /** In a frame, where nothing is ever kept, and in a browser that keeps nothing. */
  keptNowhere: 'What you type stays on this page and is gone when you leave it. Nothing is sent anywhere.',
  optional: '(optional)',
  suchAs: (example: string) => `Such as ${example}`,
  noSum: 'It will read as you’ve typed it. In figures, such as 1850 or 49.50, it gets its currency.',
  choose: 'Choose',
  yes: 'yes',
  no: 'no',
  from: 'From:',
  you: 'you',
  useAnswers: 'Use your answers',
  lastResult: (headline: string) => `From your last result: ${headline}`,
  fromAnswers: 'From your answers.',
  remove: 'Remove',
  clear: 'Clear everything typed in all scripts',
  cleared: 'Cleared in all scripts.',
  /** Where nothing is kept, as in a frame of another site's page, only what is on this page can be cleared. */
  clearHere: 'Clear everything typed here',
  clearedHere: 'Cleared.',
  undo: 'Undo',
  forYouOnly: 'For you only:',
  to: 'To',
  /** What the subject is called beside it, and in a file of text. */
  subjectRow: 'Subject',
  subject: 'Subject:',
  ifTheySay: 'If they say',
  copy: 'Copy message',
  copyWords: 'Copy the words',
  copyWith: (gaps: string) => `Copy with ${gaps}`,
  copied: 'Copied ✓',
  copySubject: 'Copy subject',
  openInMail: 'Open in email',
  downloadText: 'Download .txt',
  downloadMail: 'Download .eml',
  share: 'Share',
  more: 'More',
  gaps: (count: number) => plural(count, { one: '# gap', other: '# gaps' }),
  fillGaps: (count: number) => plural(count, { one: 'Fill # gap', other: 'Fill # gaps' }),
  gapsLeft: (count: number) => plural(count, { one: '# gap left:', other: '# gaps left:' }),
  gapsAfter: (count: number) =>
    plural(count, { one: '# more gap after this one', other: '# more gaps after this one' }),
  lastGap: 'The last gap',
  nextGap: 'Next gap',
  done: 'Done',
  theText: 'Text',
  theSubject: 'Subject',
  isCopied: (what: string, gaps: number) =>
    gaps === 0 ? `${what} copied.` : `${what} copied, with ${plural(gaps, { one: '# gap', other: '# gaps' })}.`,
  copyRefused: 'We could not copy it automatically. The text is selected: press Ctrl+C, or Cmd+C on a Mac.',
  lost: 'This did not load. Copy the text instead, or reload the page.',
  tooLongForMail: 'This message is too long to open straight in your email program. Copy it or download it instead.',
  callMode: 'Read it out',
} as const;

/** Words in large type, to be read out. */
export const callMode = {
  close: 'Close',
  lineOf: (line: number, lines: number) => `Line ${line} of ${lines}`,
  back: 'Back',
  next: 'Next',
} as const;

/** The page of a script, around its form. */
export const scriptPage = {
  notIf: (what: string, who: string) => `**Not if** ${what} **Ask first:** ${who}`,
  couldNotLoad:
    'The form did not load. Reload the page, or copy the text and fill in the parts in [square brackets] yourself.',
  inResults: (count: number) => plural(count, { one: '# result offers it', other: '# results offer it' }),
} as const;

/** The bar under the header that says which case is being worked on. */
export const caseBar = {
  label: 'Your case',
  case: 'Case:',
  client: 'Client',
  contact: 'Contact',
  edit: 'Edit',
  done: 'Done',
  clear: 'Clear',
  cleared: 'Everything typed in this tab is cleared.',
  undo: 'Undo',
  kept: 'Kept in this tab only',
  back: '‹ Back to your result',
} as const;

/** The library of scripts. */
export const library = {
  all: (count: number) => `Showing ${plural(count, { one: 'the one script', other: 'all # scripts' })}.`,
  some: (shown: number, all: number) => `Showing ${shown} of ${plural(all, { one: '# script', other: '# scripts' })}.`,
  none: 'No script fits all of that.',
  /** What is still asked for when less of it is. */
  without: (count: number) =>
    plural(count, { one: 'Show # script that nearly fits', other: 'Show # scripts that nearly fit' }),
  searchEverything: 'Search the whole playbook',
  situations: 'What’s happening',
  copy: 'Copy',
  copied: 'Copied ✓',
} as const;

/** What the form of search says. */
export const searchForm = {
  title: 'Search',
  description: 'Search every guide, script and decision in your own words.',
  label: 'What’s happening?',
  placeholder: 'In your own words',
  submit: 'Search',
  close: 'Close',
  showOnly: 'Show only',
  everything: 'All',
  needsJavaScript: 'Search needs JavaScript. It works in your browser, so nothing you type is sent.',
  privacy:
    'What you type stays in your browser. On this page it’s in the web address after the #, and that part is never sent.',
} as const;

/** What search answers with; apart from the form, which pages have from the start. */
export const search = {
  listInstead: 'The A to Z lists every page.',
  loading: 'Search is still loading. Your connection seems slow.',
  /** The groups of results, by the kinds of page in them. */
  groups: { guide: 'Guides', script: 'Scripts', decision: 'Decisions', source: 'Other pages' },
  inText: 'Mentioned on other pages',
  onlyInText: 'Pages that mention these words',
  bestBet: 'Best answer',
  words: 'Words',
  guide: 'Guide',
  decide: 'Questions',
  question: 'Question',
  outcome: 'Result',
  notCovered: 'Not in this playbook',
  nearestPage: 'The closest page',
  count: (count: number, query: string) =>
    count === 0
      ? `No results for “${query}”.`
      : `${plural(count, { one: '# result', other: '# results' })} for “${query}”.`,
  more: (count: number) => `Show ${count} more`,
  noText:
    'We cannot search the text of pages at the moment. These results come from titles and from the words people use.',
  noIndex: 'At the moment we can only search the text of pages.',
  broken: 'Search is not working at the moment.',
  chooseBelow: 'Try other words, or choose what’s happening below.',
  isItOneOfThese: 'Is it one of these?',
  letQuestionsLead: 'Or answer a few questions',
} as const;

/** Head, foot and everything around a page. */
export const site = {
  nameAt: (name: string, company: string) => `${name} at ${company}`,
  titleOn: (title: string, name: string) => `${title} – ${name}`,
  skipToText: 'Skip to main content',
  main: 'Main',
  /** The first page: what is happening now. */
  now: 'Situations',
  guides: 'Guides',
  decide: 'Decide',
  scripts: 'Scripts',
  sources: 'Sources',
  search: 'Search',
  searchKey: '/',
  theme: 'Theme',
  themeAuto: 'Auto',
  themeLight: 'Light',
  themeDark: 'Dark',
  whereYouAre: 'Where you are',
  onThisPageAndAround: 'On this page and related pages',
  /** The link leads to the guide on danger. */
  inDanger: (emergency: string) => `**In danger, or afraid?** Leave first. Call ${emergency}. [What to do next].`,
  danger: 'In danger?',
  dangerTitle: 'In danger, or afraid of them?',
  leaveFirst: 'Leave first. You don’t need proof or permission.',
  call: (number: string) => `Call\u00A0${number}`,
  whatNext: 'What to do next',
  foot: 'Footer',
  aboutThis: 'About, privacy and what this does not cover',
  letters: 'A to Z',
  pageHasMoved: 'This page has moved',
  movedFrom: (title: string, address: string) => `${title}: moved from ${address}`,
  /** The link leads to the page. */
  itIsNow: (title: string) => `It is now [${title}].`,
} as const;

/** The way out of a page about danger. The about page says what it does and what it cannot hide. */
export const leave = {
  title: 'Leave this page',
  /** The key that does the same: Escape, pressed three times. */
  key: 'Esc × 3',
} as const;

/** What the about page says of what a browser keeps of the site. */
export const kept = {
  title: 'What this browser keeps',
  copies: (count: number, days: number) =>
    count === 0
      ? 'This browser keeps no copies of pages yet. If it says so again later, it could not take them in: tell the person who runs this site.'
      : `This browser keeps copies of ${count === 1 ? 'one page' : `${count} pages`} for offline reading. Each goes ${days} days after you last opened it.`,
  noCopies:
    'This browser keeps no copies of pages here, because the address does not start with https or the browser does not allow it.',
  remove: 'Remove what this browser keeps',
  removed:
    'Removed: copies of pages, your choice of light or dark, and what you typed and answered in this tab. Your browser’s history still lists the pages. Pages you open from now on are kept again.',
  notRemoved: 'This browser did not let us remove it. Clear this site’s data in the browser’s settings.',
} as const;

/** The pages that stand around guides, scripts and trees, and the lists of them. */
export const pages = {
  // Home
  whatIsHappening: 'What’s happening with your client?',
  homeLead: 'Get the words in a minute, or work out calmly whether to stay.',
  /** The link leads to the script. */
  say: (title: string) => `Words: [${title}]`,
  /** The link leads to the guide. */
  read: (title: string) => `Guide: [${title}]`,
  /** The link leads to the tree. */
  decide: (title: string) => `Questions: [${title}]`,

  // Guides
  guidesSummary: 'Guides for every stage of working with a client, from choosing one to ending on good terms.',
  guidesLead: 'From choosing a client to ending on good terms.',
  topicSays: (says: string, guides: number) => `${says} ${plural(guides, { one: '# guide', other: '# guides' })}.`,
  topics: 'Topics',
  whereNext: 'Related pages',
  /** The link leads to the outcome. */
  outcomeOf: (tree: string, outcome: string) => `${tree} [${outcome}]`,
  getTheWords: 'Get the words',
  /** Behind the text above. Titles of scripts begin with a verb. */
  whichWords: (script: string) => `: ${script.replace(/^[A-Z](?=[a-z ])/, (first) => first.toLowerCase())}`,
  contents: 'Contents',
  comesFrom: 'Where this advice comes from',
  fromArticles: 'From the source articles',
  ownPractice: 'Our own practice',
  /** `isAll` says that nothing else is listed beside it. */
  practiceOf: (owner: string, isAll: boolean) =>
    `${isAll ? 'The whole page' : 'The rest of this page'}. Owner: ${owner}.`,
  lawAndGuidance: 'Law and official guidance',
  /** The links lead to the authorities; the last brackets hold the day. */
  fact: (title: string, authorities: readonly string[], country: string, day: string, readIn: string | undefined) =>
    `${title}: ${authorities.map((name) => `[${name}]`).join('; ')} (${country}, checked on [${day}]${readIn ? `, read in ${readIn}` : ''}).`,
  inThisTopic: 'In this topic',
  previous: (title: string) => `← ${title}`,
  next: (title: string) => `${title} →`,
  onThisPage: 'On this page',

  // Trees
  decideSummary: 'Answer one question at a time and get a recommendation you can explain.',
  decideLead:
    'Answer one question at a time and get a recommendation, with reasons for and against. Your answers stay on your device.',
  treeSays: (summary: string, minutes: number) =>
    `${summary} About ${plural(minutes, { one: '# minute', other: '# minutes' })}.`,
  allResults: (count: number) => plural(count, { one: 'The one result', other: 'All # results' }),
  whereItCanLead: 'Possible results',
  /** The link leads to the worksheet. */
  wholeTree: '[All the questions on one page], to print or work through on screen',
  theMap: 'Map',
  casesLikeYours: 'Cases like yours',
  share: 'Share',
  outcomeTitle: (headline: string, tree: string) => `${headline} (${tree})`,
  /** The link leads to the tree. */
  oneOfOutcomes: (count: number, tree: string) =>
    `This is one of ${plural(count, { one: '# possible result', other: '# possible results' })} of “[${tree}]”. Answer the questions to see whether it’s yours.`,
  whenReached: 'When you get this result',
  isItYours: 'Is this your result?',
  casesTitle: (tree: string) => `Cases for “${tree}”`,
  casesSummary: (tree: string) =>
    `Invented cases, with the answers given and the result, to compare with yours: ${tree}`,
  aCaseLikeMine: 'A case like mine',
  casesLead: 'Invented cases, with the answers given and the result.',
  answersInThisCase: 'The answers in this case',
  /** The link leads to the tree with these answers. */
  openTheseAnswers: '[Open these answers], and change any that differ from yours.',
  mapTitle: (tree: string) => `Map: ${tree}`,
  mapSummary: (tree: string) => `Every question, answer and result of “${tree}”, from the first question to the last.`,
  /** The link leads to the worksheet. */
  mapLead:
    'Start at question 1 and follow your answer, to the next question or to a result. [The worksheet] also says why we ask.',
  yourWay: 'Your route is highlighted.',
  showAllAlike: 'Show the whole map',
  worksheetTitle: (tree: string) => `All the questions: ${tree}`,
  worksheetSummary: (tree: string) =>
    `Every question, answer and result of “${tree}” on one page, to print or work through on screen.`,
  worksheetLead:
    'All the questions on one page. Start at question 1 and follow the link beside your answer. You can also print this page.',
  haveAtHand: 'What you’ll need',
  beginWithFirst: 'Start with question 1',
  questions: 'Questions',
  numbered: (number: number, ask: string) => `${number}. ${ask}`,
  whyAndWhere: (why: string, find: string) => `${why} **Find out:** ${find}`,
  tickAll: 'Tick all that apply. They’re listed most serious first. Follow the first one you’ve ticked.',
  safeguardsLead: 'Read these as well, whichever result you reach. Each says when it applies.',
  goToQuestion: (number: number) => `Go to question ${number}`,
  outcomes: 'Results',

  // Scripts
  scriptsSummary: 'What to say or write to a client: fill in the details, then copy, send or call.',
  scriptsLead: 'What to say or write: fill in the details, then copy, send or call.',
  words: 'Search',
  situation: 'What’s happening',
  topic: 'Topic',
  channel: 'Channel',
  tone: 'Tone',
  any: 'Any',
  showAll: 'Show all',
  useItWhen: 'Use it if',
  doNotUseItWhen: 'Do not use it if',
  whoApproves: (who: string) => `**Who needs to agree first:** ${who}`,
  theWords: 'The script',
  haveReady: 'What to attach or have to hand',
  whatNext: 'What to do next',
  whereThisBelongs: 'Related pages',

  // Sources
  sourcesSummary:
    'The articles this playbook draws on, what each one teaches, where we do otherwise, and which guides use it.',
  sourcesLead: (documents: number) =>
    `${plural(documents, { one: '# short article', other: '# short articles' })}, retold in our own words, with the guides that use them and where we do otherwise.`,
  sourceSays: (author: string | undefined, about: string, points: number) =>
    `${author ?? 'Author not named'}: ${about}. ${plural(points, { one: '# point', other: '# points' })}.`,
  whereTheyDisagree: 'Where the articles disagree',
  coveredByNone: 'What the articles do not cover',
  coveredByNoneSays: 'Our own practice. Where the law counts, the guide names the authority.',
  sourceSummary: (about: string) => `What this article teaches: ${about}.`,
  byAuthor: (author: string | undefined, about: string) =>
    `${author ? `By ${author}.` : 'Author not named in our copy.'} ${about}.`,
  whatItTeaches: 'What it teaches',

  // Lists, search, and pages for when something is not there
  lettersSummary: 'Every guide, script and decision in one list.',
  lettersLead: 'Every guide, script and decision in one list. You can use your browser’s own search (Ctrl+F) here.',
  /** Words at the beginning of a title that lists do not sort by. */
  articles: ['the', 'a', 'an'],
  noSuchPage: 'Page not found',
  leadsNowhere: 'We cannot find the page you were looking for.',
  addressMayBeOld:
    'The page may have moved, or there may be a mistake in the address. Search for it, or start with one of these.',
  startOver: 'Choose what’s happening with your client.',
  /** The link leads to the A to Z. */
  everyPageInOneList: '[A to Z]: every page in one list',
  offline: 'You’re offline',
  offlineSummary: 'What still works without a network.',
  notOpenedBefore: 'You have not opened this page on this device before, so it is not available offline.',
  openedBefore: 'You can still open pages you’ve opened before.',
  searchStillWorks: 'Search still works: select Search above.',
  /** The link leads to the page about the playbook. */
  takeItAlong: 'Next time, take the whole playbook with you: download it as one file from [the about page].',
} as const;

/** Boxes that authors put into guides and pages. */
export const prose = {
  inDanger: 'If you’re in danger, or afraid',
  /** The link leads to the guide on danger. */
  whatToDo: (emergency: string, people: readonly string[]) =>
    `Leave, or end the call. You do not have to explain. Call ${emergency} if anyone is in immediate danger. Then tell ${new Intl.ListFormat(language, { type: 'disjunction' }).format(people)}, and write down what happened. [What to do, step by step].`,
  why: 'Why this works',
  example: 'Example',
  /** How long the money lasts without one client. */
  months: {
    fields: [
      { name: 'Your money in the bank', hint: 'Without tax you still owe' },
      { name: 'Costs a month without them', hint: 'Leave out what stops when they go' },
      { name: 'What all others pay a month', hint: 'Clients you’d keep' },
    ],
    keptNowhere: 'Three numbers give you the months. They stay on this page.',
    noNumber: 'Please use numbers only, such as 12,000.',
    lost: 'The calculator did not load. Reload the page, or follow the example below.',
    result: (months: number) =>
      months === Infinity
        ? 'Your other clients cover your costs. You can manage without them.'
        : months >= 120
          ? 'You can manage for more than ten years without them.'
          : `You can manage for ${plural(months, { one: '# month', other: '# months' })} without them.`,
    example: 'An invented example',
  },
} as const;

/** Files that pages offer, such as a form: what stands behind the link to one. */
export const attachments = {
  kinds: {
    pdf: 'PDF',
    docx: 'Word',
    xlsx: 'Excel',
    pptx: 'PowerPoint',
    odt: 'OpenDocument text',
    ods: 'OpenDocument spreadsheet',
    odp: 'OpenDocument presentation',
    txt: 'plain text',
    csv: 'CSV table',
  },
  about: (kind: string, size: string) => `(${kind}, ${size})`,
  size: (bytes: number) =>
    bytes < 999_500
      ? `${Math.max(1, Math.round(bytes / 1000))}\u00A0KB`
      : `${(bytes / 1_000_000).toLocaleString(language, { maximumFractionDigits: 1 })}\u00A0MB`,
} as const;

/** Facts of law, money and safety, in guides and on the pages of scripts. */
export const facts = {
  country: (code: string) => new Intl.DisplayNames(language, { type: 'region' }).of(code.toUpperCase()) ?? code,
  /** Each link leads to an authority. */
  from: (country: string, authorities: readonly string[]) =>
    `${country}: ${authorities.map((name) => `[${name}]`).join('; ')}.`,
  /** What stands in brackets is the day. */
  checkedOn: (day: string) => `Checked [${day}].`,
  beforeYouAct: (person: string) => `Before you act on it, ask ${person}.`,
  notChecked: (country: string, person: string) =>
    `We have not checked this for your country (${country}). Ask ${person}.`,
  numbersNotChecked: (country: string, emergency: string) =>
    `We have not checked the numbers for your country (${country}). If someone’s life is in danger, call ${emergency}.`,
  someoneWhoKnows: 'someone who knows the law of your country',
  beforeYouSend: 'What the law says',
} as const;

/** The upkeep report, and what each page says of its own. */
export const upkeep = {
  title: 'Upkeep of this playbook',
  summary: 'Which pages are due for review, and where the playbook is thin. For page owners.',
  aboutThis: 'About this playbook',
  /** What stands in brackets is the day. */
  asItStood: (day: string) =>
    `For page owners: which pages are due for review, and where the playbook is thin. As it was on [${day}].`,
  overdue: 'Overdue',
  noneOverdue: 'No page is overdue.',
  dueSoon: (days: number) => `Due within ${plural(days, { one: '# day', other: '# days' })}`,
  noneDueSoon: (days: number) => `No page is due within ${plural(days, { one: '# day', other: '# days' })}.`,
  kinds: { guide: 'guide', page: 'page', script: 'script', tree: 'tree', source: 'source', fact: 'fact' },
  /** The first brackets hold the page, the second the day. */
  duePage: (title: string, kind: string, day: string, when: string, owner: string) =>
    `[${title}] (${kind}): due on [${day}], ${when}. Owner: ${owner}.`,
  today: 'today',
  daysAgo: (days: number) => `${plural(days, { one: '# day', other: '# days' })} ago`,
  inDays: (days: number) => `in ${plural(days, { one: '# day', other: '# days' })}`,
  pages: (count: number) => plural(count, { one: '# page', other: '# pages' }),
  points: (count: number) => plural(count, { one: '# point', other: '# points' }),
  guides: (count: number) => plural(count, { one: '# guide', other: '# guides' }),
  pairs: (count: number) => plural(count, { one: '# pair', other: '# pairs' }),
  pointsNoGuideCarries: 'Points no guide covers',
  everyPointHasOne: 'Every point has a guide.',
  pointsOnOneGuide: 'Points on one guide only',
  everyPointHasMore: 'Every point has more than one guide.',
  pointsInAll: (count: number) => `${plural(count, { one: '# point', other: '# points' })}.`,
  guidesNothingLeadsTo: 'Guides nothing links to',
  everyGuideIsNamed: 'Every guide is linked from another one, an outcome or a situation.',
  factsByDay: 'Facts of law, money and safety, oldest check first',
  facts: (count: number) => plural(count, { one: '# fact', other: '# facts' }),
  noFacts: 'There are none.',
  factOf: (title: string, country: string) => `${title} (${facts.country(country)})`,
  factLine: (title: string, checked: string, due: string, readIn: string | undefined) =>
    `${title}: checked on ${checked}, next check by ${due}${readIn ? `. Read in ${readIn}` : ''}`,
  /** What stands in brackets is the days. */
  factChecked: (title: string, checked: string, due: string, owner: string, readIn: string | undefined) =>
    `${title}: checked on [${checked}], next check by [${due}]. To be confirmed by: ${owner}.${readIn ? ` Read in ${readIn}.` : ''}`,
  lookUpAgain:
    'Look each one up at its authority again. Write that day under "checked" and the next one under "review".',
  inPlace: 'Your own files in place of the playbook’s',
  /** What to know of such a file; `beneath` is the playbook's. */
  overrides: {
    sound: (beneath: string) => `Based on the current ${beneath}.`,
    changed: (beneath: string) => `${beneath} has changed since you based this on it.`,
    same: (beneath: string) => `This says the same as ${beneath}.`,
    unknown: (beneath: string) => `Nothing says which version of ${beneath} this was based on.`,
  },
  files: (count: number) => plural(count, { one: '# file', other: '# files' }),
  takeOver:
    'See what has changed with npm run override -- --changes, and take over into yours what you want. Then run npm run override -- and the file’s name, such as guides/when-they-push/paying-late.mdx: yours stays as it is, and counts as based on today’s version. Or delete yours, and the playbook’s shows again.',
  waiting: 'Waiting for their day',
  /** What stands in brackets is the day. */
  waitingPage: (title: string, kind: string, day: string) => `${title} (${kind}): goes out on [${day}].`,
  buildThen:
    'A build on that day or later takes the page in. If your site is not built every day, build it again then.',
  whatToDo: 'What to do',
  toDo: [
    'Read each overdue page, fix what’s wrong, and write the day you read it under `reviewed`.',
    'If no guide covers a point, add it under `covers` or `beyond` in the guide that deals with it, or write one. One guide can be enough. Check that it says everything it should.',
    'If nothing links to a guide, add it under `related` in another guide, or to an outcome or a situation.',
    '`npm run upkeep` prints the same report for today. It also lists pages that few phrasings lead to, and pages that compete for the same words.',
  ],

  // The same at a terminal
  upkeepOn: (day: string) => `Upkeep on ${day}`,
  part: (name: string, count: string) => `${name}: ${count}`,
  none: 'none',
  dueLine: (title: string, kind: string, day: string, when: string) => `${title} (${kind}), due on ${day}, ${when}`,
  waitingLine: (title: string, kind: string, day: string) => `${title} (${kind}), goes out on ${day}`,
  fileKeptBy: (file: string, owner: string) => `${file}, owner: ${owner}`,
  pointLine: (ref: string, says: string) => `${ref}: ${says}`,
  onlyIn: (file: string) => `only in ${file}`,
  readEachThrough: 'Read each page and fix what’s wrong. Then write the day you read it under "reviewed".',
  noGuideCarries: 'No guide covers',
  nameThePoint: 'Add the point under "covers" or "beyond" in the guide that deals with it, or write one.',
  oneGuideOnly: 'One guide only',
  nothingLeadsTo: 'Nothing links to',
  nameTheGuide: 'Add the guide under "related" in another guide, or to an outcome or a situation.',
  fewWaysOfSaying: 'Few phrasings lead to',
  saidOf: (title: string, count: number) => `${title}: ${count}`,
  addPhrasings:
    'Write what people say when this page is the answer, one phrase a line. npm run search -- "…" shows what they find.',
  sameWords: 'People say almost the same for',
  alike: (titles: readonly string[], share: number) => `${titles.join(' | ')} (${Math.round(share * 100)} %)`,
  ownWords: 'Give each page words of its own, or merge the two.',
  notAllCouldBeRead:
    'Some content files could not be read, so this may be incomplete. Run npm run check:content to see what’s wrong.',
  notKnownHere: (words: string) => `We do not recognise ${words}.`,
  usage: `Lists what needs upkeep: pages due for review, points without a guide, guides nothing links to.

  npm run upkeep                 lists it
  npm run upkeep -- --strict     lists it, and ends with an error if a page is overdue or a point has no guide
  npm run upkeep -- --calendar FOLDER    writes a calendar for each owner into that folder, with the day each page is due`,

  // The calendar of an owner
  goesOut: (title: string) => `Goes out: ${title}`,
  reviewOf: (title: string) => `Review: ${title}`,
  overdueReviewOf: (title: string, day: string) => `Overdue since ${day}: ${title}`,
  howToReview: (kind: string, file: string) =>
    `Read this ${kind} through, fix what’s wrong, and write today’s date under "reviewed" in ${file}.`,
  howToCheckFact: (file: string) =>
    `Look this up at its authority again. Write today’s date under "checked" in ${file}, and the next one under "review".`,
  calendarsWritten: (folder: string) => `Written to ${folder}:`,
  calendarOf: (file: string, owner: string, pages: number) =>
    `${file}: ${owner}, ${plural(pages, { one: '# page', other: '# pages' })}`,
  calendarsNeedFolder: 'Name the folder that the calendars go into.',
  cannotWriteTo: (folder: string) =>
    `We could not write to ${folder}. Name a folder that exists or can be made, and that you may write to.`,

  // On each page
  /** What stands in brackets is the day. */
  keptBy: (owner: string, day: string, months: number) =>
    `Page owner: ${owner}. Last reviewed [${day}]. Reviewed every ${plural(months, { one: 'month', other: '# months' })}.`,
  /** What stands in brackets is the day. */
  changedOn: (day: string, what: string, why: string | undefined) =>
    `Changed on [${day}]: ${what}${why ? ` ${why}` : ''}`,
  somethingIsWrong: 'Report a problem with this page',
  editThisPage: 'Edit this page',
} as const;

/** Which pages are read, from a web server's log. At a terminal only. */
export const readership = {
  usage: `Counts which pages are read, from the log of your web server. It runs on this machine, counts pages and not people, and shows no reader’s address, program or time.

  npm run readership -- access.log                       the log of nginx or Apache, in the combined format
  npm run readership -- access.log access.log.2.gz       several at once, compressed ones too
  npm run readership -- access.log --since 2026-11-01    only from that day on

If the site lies below a path, name it as for the build: BASE_PATH=/playbook/ npm run readership -- access.log`,
  nameALog: 'Name the log to read.',
  notUnderstood: 'We did not understand that.',
  noDay: (text: string) => `"${text}" is no date. Write year-month-day, such as 2026-11-20.`,
  cannotRead: (file: string, why: string) =>
    why === 'ENOENT'
      ? `There is no file ${file}.`
      : `We could not read ${file} (${why}). Check that it is a log, or a log compressed with gzip, and that you may read it.`,
  anotherFormat: (file: string) =>
    `${file} is not in the combined format of nginx or Apache, so we counted nothing. In nginx that is “access_log … combined;”, in Apache “CustomLog … combined”. A line begins with the reader’s address, then the time in square brackets, then the request in quotes.`,
  counted: (times: number, pages: number, since: string | undefined) =>
    `${plural(times, { one: '# page view', other: '# page views' })} of ${plural(pages, { one: '# page', other: '# pages' })}${since ? `, since ${since}` : ''}. Views, not people: one person may read a page often.`,
  programs: (times: number) => `${plural(times, { one: '# request', other: '# requests' })} by programs left out.`,
  unreadable: (lines: number) => `${plural(lines, { one: '# line', other: '# lines' })} could not be read.`,
  nothingRead: 'If the site lies below a path, name it: BASE_PATH=/playbook/ npm run readership -- access.log',
  none: (title: string) => `${title}: none`,
  most: 'Read most',
  line: (times: number, title: string, address: string, overdue: string | undefined) =>
    [String(times).padStart(6), title, address, ...(overdue ? [`(review was due ${overdue})`] : [])]
      .filter(Boolean)
      .join('  '),
  readTheseFirst: 'Review these first.',
  never: 'Read never',
  neverLine: (title: string, file: string, owner: string) => `${title}: ${file}, owner: ${owner}`,
  whatOfNever:
    'Would anyone look for these words? Add phrasings, link to the page from a guide, or take it out. A script that is only shown inside a guide counts once someone opens its form there.',
  notFound: 'Not found, asked for twice or more',
  whatOfNotFound:
    'If a page had this address once, write it under "formerly" in that page’s file. If not, find who links to it.',
} as const;

/** What a company’s own folder is begun with. At a terminal only. */
export const setUp = {
  usage: `Asks what belongs to your company, shows what it will write, and writes it into your company’s folder. Run it again to change something.

  npm run set-up                the folder company
  npm run set-up -- FOLDER      another folder, but not content, which is the playbook’s own`,
  welcome: (folder: string, questions: number) =>
    `${questions} short questions about your company. The answers go into the folder ${folder}.

Type an answer and press Enter. Enter alone keeps what stands in square brackets, or leaves it empty.
A hyphen (-) empties it. Ctrl+C stops. Nothing is written until you say yes at the end; until then you can answer any
question again.`,
  company: 'What is your company called?',
  prefix: 'A short name that your own pages begin with, such as acme. It cannot be changed later.',
  prefixIsNone: (said: string, id: string) =>
    `“${said}” is no short name: small letters, digits and single hyphens only${id === '' ? '' : `. If you mean it, type ${id}`}.`,
  prefixMeets: (prefix: string) => `Some of the playbook’s own pages begin with ${prefix}-. Choose another.`,
  name: 'What is the site called?',
  country: 'Which country’s law applies to your people? Its name will do.',
  locale: 'How do you write dates and amounts?',
  currency: 'Which currency do you charge in?',
  emergency: 'Which number do your people call when a life is in danger?',
  /** Several numbers that reach the same, the usual one first. */
  numbers: (first: string, others: readonly string[]) =>
    others.length === 0 ? first : `${first} (or ${others.join(', ')})`,
  address: 'At which address will your people open the site? Leave it empty if you don’t know yet.',
  harmlessPage: 'Which page may anyone be seen reading? “Leave this page” opens it.',
  feedback: 'Where do readers report a problem: an email address, or a page?',
  who: (role: string) => `Pages say “${role}”. What is the name?`,
  reach: (role: string) => `And how do people reach “${role}”?`,
  it: 'It',
  takenAs: (answer: string) => `Taken as ${answer}`,
  oddSign: 'There is a character in it that cannot be read. Type it again.',
  unreadable: (file: string, line: number, what: string, fix: string) =>
    `We could not read ${file}, line ${line}. ${what} ${fix}\nNothing was written. Then run npm run set-up again.`,
  head: (file: string) => `# What belongs to your company, laid over content/${file}. Only what differs stands here.
# Change it by hand, or run npm run set-up again.
`,
  nothingChanges: '\nNothing changes: all of this is there already.',
  willWrite: '\nThis is what will be written. Lines with + are new, lines with - go.',
  newFile: (file: string) => `${file} (a new file)`,
  agree: 'Write it? yes or no, or the number of a question to answer it again: ',
  yesOrNo: 'Type yes, no, or the number of a question.',
  written: (files: readonly string[]) => `\nWritten: ${files.join(', ')}\n`,
  broken: 'Nothing was written.',
  faults: '\nPut right what is named above, then run npm run check:content.',
  next: (folder: string | undefined) => `
What to do next:
1. Run npm start, and open the address it names. Look at the first page and at “In danger?”.
2. Call each number you gave once: someone has to answer. Leave out the emergency number.
3. Change pages and lists in your browser: npm run edit
4. Bring in what you have written already: npm run import -- "My handbook"
5. Keep your folder safe: everything else can be downloaded again.${folder === undefined ? '' : `\n6. Your folder is not called company, so name it for every command: set COMPANY to ${folder}.`}`,
} as const;

/** Files that someone wrote elsewhere, taken over as drafts of guides. At a terminal only. */
export const importing = {
  usage: `Takes over Word files (.docx), Markdown (.md) and web pages (.html) as drafts of guides in your company’s folder. Your own files stay as they are, and nothing is overwritten.

  npm run import -- "My handbook"                              a folder, with the folders in it, or one file
  npm run import -- "My handbook" --topic when-they-push       without asking for the topic

Changes that Word keeps track of count as accepted. Each file’s losses are listed.`,
  nameAFolder: 'Name the folder to take over.',
  oneFolder: 'Name one folder. If its name has spaces in it, put it between quotes.',
  notUnderstood: 'We did not understand that.',
  noFolder: (folder: string) =>
    `There is no folder or file ${folder}. If its name has spaces in it, put it between quotes. You can also drag the folder into this window.`,
  setUpFirst: 'There is no folder for your company yet, or it has no short name. Run npm run set-up first.',
  nothingThere: (folder: string) => `There are no files in ${folder}.`,
  whichTopic: 'Which topic do these guides belong to?',
  topicPrompt: 'Number of the topic: ',
  noTopic: (answer: string) => `"${answer}" is no topic.`,
  broken: 'Nothing was written.',
  summary: 'Write here: what the reader will be able to do, in one or two sentences.',
  takeOut: 'Take the next line out once the guide is finished. Until then only npm run dev shows it.',
  written: (name: string, file: string) => `${name}\n  Written: ${file}`,
  notTaken: (name: string, why: string) => `${name}\n  Not taken over. ${why}`,
  count: (written: number, refused: number) =>
    `${plural(written, { one: '# draft', other: '# drafts' })} written, ${plural(refused, { one: '# file', other: '# files' })} not taken over.`,
  next: (address: string) => `What to do next:
1. Open each draft and read it through: a shorter page is read more often.
2. Put "owner" and "beyond" right, at the top of the file.
3. Look at it: npm run dev, then add ${address} to the address it names.
4. When it is finished, take out the line "draft: true" and run npm run check:content.`,
  why: {
    otherKind: 'Only .docx, .md and .html can be read. Save it as one of these in the program that made it.',
    oldOrLocked:
      'It is in Word’s old format, or has a password. Open it in Word, take the password off, and save it as .docx.',
    noWord: 'It is no Word file, whatever its name says. Open it in Word and save it as .docx.',
    brokenWord: 'The file is damaged. Open it in Word, let Word repair it, and save it again.',
    tangled: 'One sign stands in it hundreds of times in a row. Take those out.',
    noName: 'Its name has no letter from a to z and no digit. Give it another name.',
    noText: 'There is no text in it.',
    isThere: (file: string) => `${file} is there already, and stays as it is. Delete or rename that file first.`,
    cannotOpen: (code: string) =>
      `We could not open it (${code}). Close it in other programs, and check that you may read it.`,
    doesNotFit: (what: string, fix: string) => `The guide made from it would not pass the check. ${what} ${fix}`,
  },
  /** What was left out, or is not as it was. `which` names each, as far as it has a name. */
  leftOut: {
    picture: (which: readonly string[], count: number) =>
      `${plural(count, { one: '# picture', other: '# pictures' })} left out${named(which)}. A note in the text says where.`,
    nestedTable: (_: readonly string[], count: number) =>
      count === 1
        ? 'A table stood inside another one. It is now below it.'
        : `${count} tables stood inside others. They are now below them.`,
    mergedCells: () => 'Merged cells were split. Only the first holds the words.',
    heading: (which: readonly string[]) => `Headings that skipped a level were moved${named(which)}.`,
    link: (which: readonly string[], count: number) =>
      `${plural(count, { one: '# link leads', other: '# links lead' })} nowhere from here. The words stay${named(which)}.`,
    macros: () => 'Macros left out.',
    comments: () => 'Comments left out.',
    headersAndFooters: () => 'Page headers and footers left out.',
    objects: () => 'Charts, drawings or embedded files left out.',
    active: (which: readonly string[]) => `Things to press, play or fill in left out${named([...new Set(which)])}.`,
    menu: () => 'A table of contents or a menu left out.',
    frontMatter: (which: readonly string[]) => `Lines at the top of the file left out${named(which)}.`,
    title: (which: readonly string[]) => `The title was too long and is shortened${named(which)}.`,
    unknown: (which: readonly string[]) => `Parts that only Word knows left out${named([...new Set(which)])}.`,
  },
} as const;

/** The page of what has changed, and its feed. */
export const news = {
  title: 'What’s new',
  summary: 'What has changed in this playbook and why, newest first.',
  nothing: 'No changes have been noted yet.',
  /** The first brackets hold the page. */
  changed: (title: string, kind: string, what: string) => `[${title}] (${kind}): ${what}`,
  /** The link leads to the feed. */
  feed: 'Follow changes in your feed reader: [feed]',
  seeAll: 'What’s new in this playbook',
} as const;

/** A decision or a script in a frame of another site's page. */
export const frame = {
  open: 'Open in the playbook',
} as const;

/** The page that says how decisions and scripts are put into pages of other sites. */
export const embed = {
  title: 'Put a decision or a script on another page',
  summary: 'Decisions and scripts to show inside a page of your intranet, each with the code to copy.',
  /** The names of the sites follow, as a list. */
  whoMay: 'These sites can show them:',
  how: 'Copy the code and paste it into the page where your intranet takes code for an embed or a frame. If it asks for an address, use the one between the quotation marks after src.',
  /** Above what is good to know of frames. */
  good: 'What a frame does',
  /** The height in the code. */
  high: 'The code makes room for the words, or for a question, on a page about 720 pixels wide. What’s longer scrolls inside the frame. To change the room, change the number after height.',
  /** Said of what readers do in a frame. */
  kept: 'What people answer or type there goes nowhere and is not kept: it is gone when they leave the page.',
  /** Said of scripts for somebody who may have to leave a page at once. */
  without: 'Pages on danger and harassment aren’t here: a frame can’t be left fast enough.',
  decisions: 'Decisions',
  scriptsOn: (topic: string) => `Scripts: ${topic}`,
  find: 'Find a decision or a script',
  parts: 'Decisions and scripts on this page',
  found: (shown: number, all: number) => `${shown} of ${all}`,
  noneFound: 'Nothing here is called that. Try a shorter word.',
  showCode: 'Show the code',
  copy: 'Copy the code',
  copied: 'Copied',
  copyRefused: 'We could not copy it automatically. The code is selected: press Ctrl+C, or Cmd+C on a Mac.',
  /** Read out, with the name of what is shown. */
  copyOf: (title: string) => `Copy the code for “${title}”`,
  showCodeOf: (title: string) => `Show the code for “${title}”`,
  // Where no other site may show anything.
  notYet: 'No other site can show them yet',
  notYetWhy:
    'Browsers show a page inside another site’s only with permission. The person who runs this playbook gives it, once for all pages:',
  first: [
    'Write the address of your intranet into organisation.yaml, as it stands in the address bar, up to the first single slash:',
    'Build the playbook again. The file deploy/embedding.md says what your web server has to send.',
    'Open this page again. Each decision and script then has its code here, and under Share on its own page.',
  ],
} as const;

/** How a page is passed on: its link, and the code that shows it inside a page of another site. */
export const share = {
  title: 'Share this page',
  close: 'Close',
  link: 'Link to this page',
  linkSays: 'Nothing you’ve typed or answered goes with it.',
  copyLink: 'Copy the link',
  linkCopied: 'Link copied.',
  code: 'Code for a page of your intranet',
  codeSays: 'Paste it into that page, and this one appears there in a frame, to be used on the spot.',
  copyCode: 'Copy the code',
  codeCopied: 'Code copied.',
  whereItGoes: 'Where the code can go',
  copyRefused: 'We could not copy it automatically. The text is selected: press Ctrl+C, or Command+C on a Mac.',
  notYet: 'Pages of your intranet can’t show this one inside them yet.',
  whatFirst: 'What has to be set first',
} as const;

/** The page of all parts of pages. */
export const design = {
  title: 'The parts that pages are made of',
  summary: 'Every part of a page in each of its states, light and dark. For those who keep or extend this site.',
  lead: 'Every part of a page in each of its states, light and dark. The words are real ones; nothing here is sent or kept.',
  parts: {
    text: 'Headings and text',
    buttons: 'Buttons and chips',
    ladder: 'Ladder and rungs',
    question: 'Question',
    result: 'Result',
    stop: 'Result that says to stop',
    map: 'Map',
    message: 'Message with gaps',
    card: 'Card to read from',
    fields: 'Fields',
    guide: 'Guide',
    boxes: 'Boxes and pictures',
    tables: 'Tables',
    search: 'Search',
    lists: 'Lists and cards',
    frame: 'Case bar and foot',
  },
} as const;

/** The pages as Markdown, and the index of them, for programs that read. */
export const machines = {
  /** The link leads to the page. */
  onTheSite: 'This is the text of [a page of the playbook].',
  script: 'Script:',
  questions: 'Questions:',
  gaps: 'Details to fill in are in square brackets. Optional sentences are left out.',
  details: 'Details to fill in',
  howToUse: (emergency: string) =>
    `Each page is listed here as Markdown. Leave out index.md at the end of an address and you have the page people read: name that one when you quote it. Details to fill in are in square brackets. Facts of law, money and safety name their country, their authority and the day they were checked: keep all three. If someone may be in danger, say first that they should leave and call ${emergency}.`,
  /** The links lead to the content as JSON and to its schema. */
  wholeContent: 'Everything in one file: [JSON], with [its schema].',
  guidesOf: (topic: string) => `Guides: ${topic}`,
  decisions: 'Decisions, question by question',
  results: 'Results of decisions',
  optional: 'Optional',
} as const;

/** The one file to take along. */
export const singleFile = {
  /** The link leads to the site. */
  copyMadeOn: (day: string, site: string | undefined) =>
    `A copy made on ${day}. The pages on the intranet may be newer${site ? `: [${site}]` : ''}. Nothing you type in it is sent anywhere.`,
  contents: 'Contents',
  allPages: (name: string) => `${name}, all pages in one file.`,
  /** What stands in place of a picture that the file has no room for. */
  picture: (words: string) => `Picture: ${words}`,
} as const;
