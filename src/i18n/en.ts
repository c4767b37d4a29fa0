import { pluralOf } from './plural.ts';

/**
 * Every word of the software that somebody sees, one constant for each part of the site, so that a page loads only the
 * parts it needs. Another language is another file of this shape. Words of the playbook itself stand in content/.
 */

/** The language of this file: the `lang` of every page, and the rules of its plurals. */
export const language = 'en-GB';

const plural = pluralOf(language);

/** The walk through a tree, its result, memo, map and worksheet. */
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
  or: (parts: readonly string[]) => joined(parts, 'or'),
  and: (parts: readonly string[]) => joined(parts, 'and'),
  // The front door and the questions.
  whatDoYouNeed: 'What do you need?',
  allTrees: 'All decisions',
  decide: 'Decide',
  decideDescription: 'Answer one question at a time and get a recommendation you can defend.',
  decideLead:
    'Choose what fits best. Then answer one question at a time and get a recommendation, with reasons for and against. Your answers stay on your device.',
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
  cannotOpen: 'We could not open the answers in this link. Reload the page, or answer the questions on one page:',
  // Links.
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
  // Comparing.
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
  // What a result is given besides its parts.
  resultLoading: 'Loading the reasons and next steps…',
  resultFailed: 'We could not load the reasons and next steps. Your answers are safe. Reload the page, or',
  openOutcomePage: 'open this result as its own page',
  thisOutcomePage: 'Open this result as its own page',
  onTheMap: 'See your route on the map',
  callNow: (number: string) => `Call ${number}`,
  ifAnyoneInDanger: 'if anyone could be hurt.',
  thenTell: (contact: string) => `Then tell ${contact}.`,
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
  // The parts of a result, for the page, the memo and a text alike.
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
  yourAnswers: 'Your answers',
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
  // The memo.
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
export const script = {} as const;

/** The library of scripts. */
export const library = {} as const;

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
