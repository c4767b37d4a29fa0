/**
 * Every word of the software that somebody sees, one constant for each part of the site, so that a page loads only the
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

/** The kinds of page, as lists call them. */
export const pageKinds = {
  guide: 'guide',
  script: 'script',
  decision: 'decision',
  outcome: 'outcome',
  source: 'source',
  page: 'page',
} as const;

/** The front door: what somebody needs, and which decision that leads to. */
export const frontDoor = {
  whatDoYouNeed: 'What do you need?',
  allTrees: 'All decisions',
} as const;

/** The start of a tree, which pages carry before it is begun. */
export const treeStart = {
  cannotOpen: 'We could not open the answers in this link. Reload the page, or answer the questions on one page:',
} as const;

/** The walk through a tree: its questions and answers, and what links and other trees bring along. */
export const tree = {
  rungs: {
    'carry-on': 'Carry on',
    'repair-our-part': 'Repair our part',
    'hear-them-out': 'Hear them out',
    'set-a-limit': 'Set a limit',
    'challenge-the-decision-maker': 'Challenge the decision-maker',
    'plan-the-exit': 'Plan the exit',
    'end-it': 'End it',
    'stop-now': 'Stop now',
  },
  questionCount: (number: number, atMostMore: number) =>
    `Question ${number} (${atMostMore === 0 ? 'the last one' : `up to ${atMostMore} more`})`,
  severalHint: 'Select all that apply. We’ll go by the most serious.',
  answersSoFar: 'Your answers so far',
  beforeYouBegin: 'Before you begin',
  begin: 'Begin',
  howLong: (minutes: number) => `It takes about ${plural(minutes, { one: '# minute', other: '# minutes' })}.`,
  whereAnswersStay:
    'Your answers are kept in this page’s web address, so they are in this browser’s history. What other decisions would ask you again is kept in this tab until you close it. Nothing is sent to us.',
  knownAlready: 'We already know:',
  fromYourAnswersIn: (title: string) => `From your answers in “${title}”.`,
  fromAnotherTree: 'From answers given before.',
  forgetThese: 'Forget these',
  youWillNeed: 'You’ll need:',
  back: 'Back',
  continue: 'Continue',
  startAgain: 'Start again',
  change: 'Change',
  changeWhich: (ask: string) => `your answer to: ${ask}`,
  remove: 'Remove',
  whyWeAsk: 'Why we ask, and where to find the answer',
  selectAtLeastOne: 'Select at least one answer',
  chooseAnAnswer: 'Choose an answer',
  thereIsAProblem: 'There is a problem.',
  errorIn: (ask: string) => `Error: ${ask}`,
  madeWithVersion: (was: number, is: number) =>
    `This link was made with version ${was} of these questions. Now it is version ${is}. Check the answers below.`,
  partOfLink: 'We could not use part of this link:',
  dropped: {
    unreadable: 'cannot be read',
    unknown: 'is not one of these questions or answers',
    'asked again': 'has changed since, so it is asked again',
    'no answer': 'does not answer its question',
    'off the way': 'does not apply, given your other answers',
  },
  resultLoading: 'Loading the reasons and next steps…',
  resultFailed: 'We could not load the reasons and next steps. Your answers are safe. Reload the page, or',
  openOutcomePage: 'open this result as its own page',
  yourAnswers: 'Your answers',
} as const;

/** The result of a tree, for the page, the memo, the page of an outcome and plain text alike. */
export const treeResult = {
  or: (parts: readonly string[]) => joined(parts, 'or'),
  and: (parts: readonly string[]) => joined(parts, 'and'),
  compare: 'Compare with a colleague',
  pasteLink: 'Paste the link that your colleague copied',
  compareNow: 'Compare',
  linkOfAnotherTree: 'That link belongs to other questions or another page.',
  noAnswersInLink: 'That link does not contain answers to these questions.',
  you: (answers: string) => `You: ${answers}`,
  they: (answers: string) => `They: ${answers}`,
  notAsked: 'not asked',
  sameAnswers: 'Your answers are the same.',
  sameOutcome: 'Both lead to the same result. These answers differ:',
  theirsLeadTo: (headline: string) => `Theirs lead to “${headline}”. These answers differ:`,
  theirsStopAt: (ask: string) => `Theirs stop at “${ask}” These answers differ:`,
  onlyOneAsked: 'Only one of you was asked this.',
  changesNothing: 'Their answer alone does not change your result.',
  wouldLeadTo: (results: string) => `With their answer alone, yours would lead to ${results}.`,
  thisOutcomePage: 'Open this result as its own page',
  onTheMap: 'See your route on the map',
  callNow: (number: string) => `Call\u00A0${number}`,
  ifAnyoneInDanger: 'if anyone could be hurt.',
  thenTell: (contact: string) => `Then tell ${contact}, or someone you trust.`,
  whatToDo: 'What to do now',
  addToCalendar: 'Add to my calendar (.ics)',
  calendarTitle: 'Review date',
  calendarDone: 'The calendar file is in your downloads.',
  calendarFailed: 'We could not create the calendar entry. Please note the date yourself.',
  memo: 'Memo',
  memoSummary: 'One page you can send, with reasons for and against, blanks for your facts, and space to sign.',
  copyForEmail: 'Copy for email',
  copyText: 'Copy as text',
  copyMarkdown: 'Copy as Markdown',
  copyLink: 'Copy the link',
  print: 'Print',
  memoCopied: 'Memo copied.',
  linkCopied: 'Link copied.',
  copyFailed: 'We could not copy it. Open the memo below and copy it from there.',
  readMemo: 'Read the memo',
  startHere: 'Start here',
  then: 'Then',
  leadsTo: 'Next decision',
  why: 'Why',
  reasonsFor: 'Reasons for',
  reasonsAgainst: 'Reasons against',
  alsoRelevant: 'Also relevant',
  noReasons: 'None of your answers.',
  safeguards: 'Whatever you decide',
  whatWouldChange: 'What would change this result',
  nothingWould: 'Changing one answer would not change the result.',
  otherChanges: 'Other answers that might change the result',
  notKnown: 'What you do not know yet',
  nextSteps: 'Next steps',
  checks: 'Check before you act',
  scripts: 'What to say',
  noScript: 'No script fits your answers.',
  guides: 'What to read',
  reviewDate: 'Review date',
  allAnswers: 'All answers',
  whoAndWhen: (who: string, when: string) => `${who}, ${when}.`,
  becauseYouAnswered: (answers: string) => `Because you answered ${answers}.`,
  becauseKnown: (fact: string) => `Because you told us before: ${fact}`,
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
  reviewOn: (day: string, at: string) => `${day}: ${at}`,
  reviewIn: (days: number, at: string) => `In ${plural(days, { one: 'one day', other: '# days' })}: ${at}`,
  recommendation: (headline: string) => `Recommendation: ${headline}`,
  memoFor: 'About',
  memoClient: 'Client and project',
  memoFrom: 'Prepared by, on',
  memoDecideBy: 'Decision needed by',
  memoFacts: 'Facts and figures',
  memoFiguresStay: 'Cost of staying (hours, money, people)',
  memoFiguresLeave: 'Cost of leaving (income, work not billed)',
  memoTried: 'What we have tried, and what happened',
  memoOurPart: 'Our part in it',
  memoDecision: 'Decision',
  memoAgreed: 'Agreed / agreed with changes / not agreed',
  memoNameAndDate: 'Name and date',
  memoSource: (day: string, title: string, version: number, link: string) =>
    `${day}. From “${title}”, version ${version}. The same answers: ${link}`,
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
  all: (count: number) => `Showing all ${count}.`,
  some: (shown: number, all: number) => `Showing ${shown} of ${all}.`,
  none: 'No script matches. Remove a filter.',
} as const;

/** Search: the box, its results, and what is said when there are none. */
export const search = {
  title: 'Search',
  description: 'Search all guides, scripts and decisions in your own words.',
  label: 'What is happening?',
  placeholder: 'Say it in your own words',
  submit: 'Search',
  close: 'Close',
  showOnly: 'Show only',
  everything: 'All',
  needsJavaScript: 'Search needs JavaScript: it works in your browser, so that nothing you type is sent.',
  listInstead: 'The A to Z lists every page.',
  privacy:
    'What you type stays in your browser. On this page it is part of the address after the #, which is never sent.',
  loading: 'Search is still loading. The line seems slow; it will not take long the next time.',
  /** The groups of results, by the kinds of page in them. */
  groups: { guide: 'Guides', script: 'Words to use', decision: 'Decisions', source: 'Other pages' },
  inText: 'In the text of other pages',
  onlyInText: 'Pages that have these words in their text',
  bestBet: 'Best answer',
  words: 'Words',
  guide: 'Guide',
  decide: 'Decide',
  question: 'Question',
  part: 'Part',
  outcome: 'Outcome',
  begin: 'Begin',
  notCovered: 'Not in this playbook',
  nearestPage: 'The nearest page',
  count: (count: number, query: string) =>
    count === 0
      ? `Nothing found for “${query}”.`
      : `${plural(count, { one: '# result', other: '# results' })} for “${query}”.`,
  more: (count: number) => `Show ${count} more`,
  noText:
    'The text of pages cannot be searched just now. These are found by their titles and by what people call them.',
  noIndex: 'Only the text of pages can be searched just now.',
  broken: 'Search cannot be reached just now.',
  isItOneOfThese: 'Is it one of these?',
  letQuestionsLead: 'Or let questions lead you:',
} as const;

/** Head, foot and everything around a page. */
export const site = {
  nameAt: (name: string, company: string) => `${name} at ${company}`,
  titleOn: (title: string, name: string) => `${title} – ${name}`,
  skipToText: 'Skip to the text',
  main: 'Main',
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
  onThisPageAndAround: 'On this page and around it',
  /** The link leads to the guide on danger. */
  inDanger: (emergency: string) => `**In danger, or afraid?** Leave first. Call ${emergency}. [What to do then].`,
  foot: 'Foot',
  aboutThis: 'About, privacy and what this does not cover',
  letters: 'A to Z',
  pageHasMoved: 'This page has moved',
  movedFrom: (title: string, address: string) => `${title}: moved from ${address}`,
  /** The link leads to the page. */
  itIsNow: (title: string) => `It is now [${title}].`,
} as const;

/** The pages that stand around guides, scripts and trees, and the lists of them. */
export const pages = {
  // Home
  whatIsHappening: 'What is happening with your client?',
  sayWhatIsHappening: 'Say what is happening',
  inYourOwnWords: 'Say it in your own words',
  orBeginWith: 'Or begin with what they do',
  /** The link leads to the guide. */
  read: (title: string) => `Read: [${title}]`,
  /** The link leads to the script. */
  say: (title: string) => `Say: [${title}]`,
  /** The link leads to the tree. */
  decide: (title: string) => `Decide: [${title}]`,
  workItOut: (minutes: number) => `Work it out, about ${plural(minutes, { one: '# minute', other: '# minutes' })}`,
  wordsToUse: 'Words to use',
  allScripts: (count: number) => plural(count, { one: 'The one script', other: 'All # scripts' }),
  readByTopic: 'Read by topic',

  // Guides
  guidesSummary: 'Guidance for each stage of working with a client, from before you sign to a good ending.',
  guidesLead: "In the order of a relationship's life, from before you sign to a good ending.",
  topicSays: (says: string, guides: number) => `${says} ${plural(guides, { one: '# guide', other: '# guides' })}.`,
  topics: 'Topics',
  whereNext: 'Where to go next',
  /** The first link leads to the outcome, the second to the question it comes after. */
  outcomeOf: (tree: string, outcome: string) => `${tree} [${outcome}]`,
  afterQuestion: (ask: string) => `after [${ask}]`,
  comesFrom: 'Where this advice comes from',
  fromArticles: 'From the source articles',
  ownPractice: 'Our own practice',
  /** `isAll` says that nothing else is listed beside it. */
  practiceOf: (owner: string, isAll: boolean) =>
    `${isAll ? 'The whole page' : 'Everything on this page that is not listed here'}. Owner: ${owner}.`,
  lawAndGuidance: 'Law and official guidance',
  /** The links lead to the authorities; the last brackets hold the day. */
  fact: (title: string, authorities: readonly string[], country: string, day: string) =>
    `${title}: ${authorities.map((name) => `[${name}]`).join('; ')} (${country}, checked on [${day}]).`,
  inThisTopic: 'In this topic',
  previous: (title: string) => `← ${title}`,
  next: (title: string) => `${title} →`,
  onThisPage: 'On this page',

  // Trees
  decideSummary: 'Decision trees: one question at a time, to a result you can defend.',
  decideLead:
    'One question at a time, to a result with reasons for it and against it. Your answers stay on your device.',
  treeSays: (summary: string, minutes: number) =>
    `${summary} About ${plural(minutes, { one: '# minute', other: '# minutes' })}.`,
  whereItCanLead: 'Where it can lead',
  /** The link leads to the worksheet. */
  wholeTree: '[The whole tree on one page], to walk by links or on paper',
  theMap: 'The map',
  casesLikeYours: 'Cases like yours',
  outcomeTitle: (headline: string, tree: string) => `${headline} (${tree})`,
  /** The link leads to the tree. */
  oneOfOutcomes: (count: number, tree: string) =>
    `One of ${plural(count, { one: '# outcome', other: '# outcomes' })} of [${tree}] Walk it to see whether it fits your case.`,
  casesTitle: (tree: string) => `Cases for "${tree}"`,
  casesSummary: (tree: string) => `Made-up cases with their answers and outcomes, to compare with yours: ${tree}`,
  aCaseLikeMine: 'A case like mine',
  casesLead: 'Stories with the answers they give and where those lead. People, firms and details are invented.',
  answersInThisCase: 'The answers in this case',
  /** The link leads to the tree with these answers. */
  openTheseAnswers: '[Open these answers in the tree], to change what is different with you.',
  mapTitle: (tree: string) => `${tree} Map`,
  mapSummary: (tree: string) =>
    `Every question, answer and outcome of "${tree}" in one drawing, and the same as a list.`,
  map: 'Map',
  mapLead:
    'Every question, every answer and every outcome. Each box is a link. Below the drawing stands the same as a list.',
  yourWay: 'The way you went is drawn in full; the rest is pale.',
  showAllAlike: 'Show all alike',
  drawing: 'The drawing. Scroll to see all of it.',
  mapOf: (tree: string) => `Map of "${tree}"`,
  sheetsFollow: 'The following sheets show the drawing large enough to read.',
  sheetOf: (tree: string, sheet: number, sheets: number, row: number, column: number) =>
    `${tree} Sheet ${sheet} of ${sheets}: row ${row}, column ${column}`,
  sameAsList: 'The same as a list',
  /** The link leads to what follows. */
  answerLeadsTo: (answer: string, to: string) => `${answer} → [${to}]`,
  worksheetTitle: (tree: string) => `${tree} Worksheet`,
  worksheetSummary: (tree: string) =>
    `The whole tree on one page: every question, every answer, every outcome of "${tree}"`,
  worksheetLead:
    'The whole tree on one page. Begin at question 1 and follow the link of your answer. It works on paper as well.',
  haveAtHand: 'What to have at hand',
  beginWithFirst: 'Begin with question 1',
  questions: 'Questions',
  numbered: (number: number, ask: string) => `${number}. ${ask}`,
  whyAndWhere: (why: string, find: string) => `${why} **Find out:** ${find}`,
  tickAll: 'Tick all that apply. The one highest in importance decides the way: the first of yours in this order.',
  safeguardsLead: 'Read these as well, whichever outcome you reach. Each says when it applies.',
  goToQuestion: (number: number) => `Go to question ${number}`,
  outcomes: 'Outcomes',

  // Scripts
  scriptsSummary: 'Words to use with a client: fill in the gaps, then copy, call or send.',
  scriptsLead: 'Words to use: fill in the gaps, then copy, call or send.',
  words: 'Words',
  situation: 'What is happening',
  topic: 'Topic',
  channel: 'Channel',
  tone: 'Tone',
  any: 'Any',
  showAll: 'Show all',
  useItWhen: 'Use it when',
  doNotUseItWhen: 'Do not use it when',
  whoApproves: (who: string) => `**Who approves:** ${who}`,
  theWords: 'The words',
  haveReady: 'Have ready or attach',
  whatNext: 'What next',
  whereThisBelongs: 'Where this belongs',

  // Sources
  sourcesSummary: 'The documents this playbook draws on, what each one teaches, and which guides carry it.',
  sourcesLead: (documents: number) =>
    `${plural(documents, { one: '# document', other: '# documents' })}, retold in our own words. Each page lists a document's points and the guides that carry them.`,
  sourceSays: (author: string | undefined, about: string, points: number) =>
    `${author ?? 'Author not named'}: ${about}. ${plural(points, { one: '# point', other: '# points' })}.`,
  whereTheyDisagree: 'Where they disagree',
  coveredByNone: 'What none of them covers',
  coveredByNoneSays:
    'Real cases turn on these as well. The guides that answer them say that they go beyond the documents.',
  sourceSummary: (about: string) => `What this document teaches: ${about}.`,
  byAuthor: (author: string | undefined) => (author ? `By ${author}.` : 'The copy we have names no author.'),
  whatItTeaches: 'What it teaches',

  // Lists, search, and pages for when something is not there
  lettersSummary: 'Every guide, script and decision in one list.',
  lettersLead: "Every guide, script and decision in one list. Your browser's own search (Ctrl+F) works here.",
  /** Words at the beginning of a title that lists do not sort by. */
  articles: ['the', 'a', 'an'],
  searchSummary: 'Search all guides, scripts and decisions in your own words.',
  /** The link leads to the A to Z. */
  searchNeedsCode: 'Search needs JavaScript. The [A to Z] lists every page.',
  noSuchPage: 'This page does not exist',
  leadsNowhere: 'The address leads nowhere.',
  addressMayBeOld: 'The address may be old, or a letter is missing.',
  /** The link leads to the first page. */
  startOver: '[Say what is happening], on the first page',
  /** The link leads to the search page. */
  searchForIt: '[Search] for it',
  /** The link leads to the A to Z. */
  everyPageInOneList: '[A to Z]: every page in one list',
  offline: 'You are offline',
  offlineSummary: 'What still works without a network.',
  notOpenedBefore: 'This page was not opened on this device before, so there is no copy of it.',
  openedBefore: 'Pages you opened before still open.',
  searchStillWorks: 'Search still works: press Search above.',
  /** The link leads to the guide on danger. */
  dangerFirst: '[If you are in danger], leave first. Call for help.',
  /** The link leads to the page about the playbook. */
  takeItAlong: 'Next time, take the whole playbook with you: [the page about it] has it as one file.',
} as const;

/** Boxes that authors put into guides and pages. */
export const prose = {
  inDanger: 'If you are in danger, or afraid',
  /** The link leads to the guide on danger. */
  whatToDo: (emergency: string, people: readonly string[]) =>
    `Leave, or end the call. You owe no explanation. Call ${emergency} if anybody is in danger now. Then tell ${new Intl.ListFormat(language, { type: 'disjunction' }).format(people)}, and write down what happened. [What to do, step by step].`,
  why: 'Why this works',
  example: 'An example, with invented names',
} as const;

/** Facts of law, money and safety, in guides and on the pages of scripts. */
export const facts = {
  country: (code: string) => new Intl.DisplayNames(language, { type: 'region' }).of(code.toUpperCase()) ?? code,
  /** Each link leads to an authority. */
  from: (country: string, authorities: readonly string[]) =>
    `${country}: ${authorities.map((name) => `[${name}]`).join('; ')}.`,
  /** What stands in brackets is the day. */
  checkedOn: (day: string, readIn: string | undefined) => `Checked on [${day}]${readIn ? ` in ${readIn}` : ''}.`,
  beforeYouAct: (person: string) => `Before you act on it, ask ${person}.`,
  notChecked: (country: string, person: string) =>
    `We have not checked this for your country (${country}). Ask ${person}.`,
  numbersNotChecked: (country: string, emergency: string) =>
    `We have not checked the numbers for your country (${country}). If a life is in danger, call ${emergency}.`,
  someoneWhoKnows: 'someone who knows the law of your country',
  beforeYouSend: 'What the law says',
} as const;

/** The upkeep report, and what each page says of its own. */
export const upkeep = {
  title: 'Upkeep of this playbook',
  summary: 'What is due to be read through again, and where the playbook is thin. For those who keep it.',
  aboutThis: 'About this playbook',
  /** What stands in brackets is the day. */
  asItStood: (day: string) =>
    `For those who keep it: what is due to be read through again, and where it is thin. As it stood on [${day}].`,
  overdue: 'Overdue',
  noneOverdue: 'No page is overdue.',
  dueSoon: (days: number) => `Due within ${plural(days, { one: '# day', other: '# days' })}`,
  noneDueSoon: (days: number) => `No page is due within ${plural(days, { one: '# day', other: '# days' })}.`,
  kinds: { guide: 'guide', page: 'page', script: 'script', tree: 'tree', source: 'source', fact: 'fact' },
  /** The first brackets hold the page, the second the day. */
  duePage: (title: string, kind: string, day: string, when: string, owner: string) =>
    `[${title}] (${kind}): due on [${day}], ${when}. Kept by: ${owner}.`,
  today: 'today',
  daysAgo: (days: number) => `${plural(days, { one: '# day', other: '# days' })} ago`,
  inDays: (days: number) => `in ${plural(days, { one: '# day', other: '# days' })}`,
  pages: (count: number) => plural(count, { one: '# page', other: '# pages' }),
  points: (count: number) => plural(count, { one: '# point', other: '# points' }),
  guides: (count: number) => plural(count, { one: '# guide', other: '# guides' }),
  pairs: (count: number) => plural(count, { one: '# pair', other: '# pairs' }),
  pointsNoGuideCarries: 'Points no guide carries',
  everyPointHasOne: 'Every point has a guide.',
  pointsOnOneGuide: 'Points on one guide only',
  everyPointHasMore: 'Every point has more than one guide.',
  pointsInAll: (count: number) => `${plural(count, { one: '# point', other: '# points' })}.`,
  guidesNothingLeadsTo: 'Guides nothing leads to',
  everyGuideIsNamed: 'Every guide is named by another one, an outcome or a situation.',
  factsByDay: 'Facts of law, money and safety, the oldest check first',
  facts: (count: number) => plural(count, { one: '# fact', other: '# facts' }),
  noFacts: 'There are none.',
  factOf: (title: string, country: string) => `${title} (${facts.country(country)})`,
  factLine: (title: string, checked: string, due: string) => `${title}: checked on ${checked}, again by ${due}`,
  /** What stands in brackets is the days. */
  factChecked: (title: string, checked: string, due: string, owner: string) =>
    `${title}: checked on [${checked}], again by [${due}]. To be confirmed by: ${owner}.`,
  lookUpAgain:
    'Look each up at its authority again, and write the day under "checked" and the next one under "review".',
  inPlace: "Files of your own in place of the playbook's",
  /** What to know of such a file; `beneath` is the playbook's. */
  overrides: {
    sound: (beneath: string) => `Made from ${beneath} as it is.`,
    changed: (beneath: string) => `${beneath} has changed since this was made from it.`,
    same: (beneath: string) => `This says the same as ${beneath}.`,
    unknown: (beneath: string) => `Nothing says which text of ${beneath} this was made from.`,
  },
  files: (count: number) => plural(count, { one: '# file', other: '# files' }),
  takeOver:
    'Take over what is new, or delete your file. Then run npm run override with it: it counts as made from the file of today.',
  whatToDo: 'What to do about it',
  toDo: [
    'Read an overdue page through, mend it, and write the day on which you read it under `reviewed`.',
    'Name a point that no guide carries under `covers` or `beyond` in the guide that treats it, or write one. One guide for a point can be enough; read whether it says all there is to say.',
    'Name a guide that nothing leads to under `related` in another one, in an outcome or in a situation.',
    '`npm run upkeep` prints the same as it stands today, the pages that few ways of saying lead to, and those that compete for the same words.',
  ],

  // The same at a terminal
  upkeepOn: (day: string) => `Upkeep on ${day}`,
  part: (name: string, count: string) => `${name}: ${count}`,
  none: 'none',
  dueLine: (title: string, kind: string, day: string, when: string) => `${title} (${kind}), due on ${day}, ${when}`,
  fileKeptBy: (file: string, owner: string) => `${file}, kept by: ${owner}`,
  pointLine: (ref: string, says: string) => `${ref}: ${says}`,
  onlyIn: (file: string) => `only in ${file}`,
  readEachThrough: 'Read each through and mend it. Then write the day on which you read it under "reviewed".',
  noGuideCarries: 'No guide carries',
  nameThePoint: 'Name the point under "covers" or "beyond" in the guide that treats it, or write one.',
  oneGuideOnly: 'One guide only',
  nothingLeadsTo: 'Nothing leads to',
  nameTheGuide: 'Name the guide under "related" in another one, or in an outcome or a situation.',
  fewWaysOfSaying: 'Few ways of saying lead to',
  saidOf: (title: string, count: number) => `${title}: ${count}`,
  addPhrasings:
    'Write there what people say when this page is the answer, one a line. npm run search -- "…" shows what they find.',
  sameWords: 'People say much the same for',
  alike: (titles: readonly string[], share: number) => `${titles.join(' | ')} (${Math.round(share * 100)} %)`,
  ownWords: 'Give each the words that belong to it alone, or make one page of two.',
  notAllCouldBeRead:
    'Some content files could not be read, so this may not be all. Run npm run check:content: it tells what is wrong.',
  notKnownHere: (words: string) => `${words} is not known here.`,
  usage: `Says what needs upkeep: pages to be read through again, points without a guide, guides nothing leads to.

  npm run upkeep                 tells it
  npm run upkeep -- --strict     tells it, and ends with an error when a page is overdue or a point has no guide`,

  // On each page
  /** What stands in brackets is the day. */
  keptBy: (owner: string, day: string, months: number) =>
    `Kept by: ${owner}. Last reviewed [${day}], and again every ${plural(months, { one: 'month', other: '# months' })}.`,
  somethingIsWrong: 'Something here is wrong',
  editThisPage: 'Edit this page',
} as const;

/** The one file to take along. */
export const singleFile = {
  /** The link leads to the site. */
  copyMadeOn: (day: string, site: string | undefined) =>
    `A copy made on ${day}. The pages on the intranet may be newer${site ? `: [${site}]` : ''}. This file sends nothing and asks for nothing.`,
  contents: 'Contents',
  allPages: (name: string) => `${name}, all pages in one file.`,
} as const;
