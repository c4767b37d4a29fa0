import type { ScriptData } from '../../content/schemas/script.ts';
import type { Fault } from '../../content/fault.ts';
import type { ScriptNode } from './nodes.ts';
import { parse } from './parse.ts';

interface Rule {
  readonly finds: RegExp;
  readonly what: string;
  readonly mend: string;
}

const rules: readonly Rule[] = [
  {
    finds:
      /\b(or else|you(?:'ll| will) (?:regret|be sorry)|see you in court|(?:we|i)(?:'ll| will| shall) (?:sue|expose|report you)|legal action|our (?:lawyers?|solicitors?|attorneys?)|(?:last|final) warning|(?:face|bear|suffer) the consequences|name and shame|go public|the press|bad review)\b/gi,
    what: 'reads as a threat',
    mend: 'Say what you will do and from when, as a plain fact, or leave it out.',
  },
  {
    finds:
      /\b(in breach|breach(?:ed|es)? (?:of|the|our|your)|negligen(?:t|ce|tly)|unlawful(?:ly)?|illegal(?:ly)?|fraud(?:ulent)?|defamat(?:ion|ory)|libel(?:lous)?|slander(?:ous)?|legally (?:bound|obliged|required)|null and void|misrepresent(?:ed|ation))\b/gi,
    what: 'is a conclusion for a lawyer',
    mend: 'Describe what happened and what the agreement says, and leave the conclusion out.',
  },
  {
    finds:
      /\b(we (?:are|were) (?:liable|to blame|at fault)|(?:accept(?:s|ed)?|admit(?:s|ted)?|acknowledge[sd]?) (?:\w+ )?(?:liability|fault|blame|responsibility for (?:your|the|any) (?:loss|damage)\w*)|liab(?:le|ility) (?:for|to)|our fault|we admit|(?:will|shall) (?:compensate|indemnify)|indemnif(?:y|ies))\b/gi,
    what: 'may admit liability',
    mend: 'Own what happened in plain words. Leave what is owed for it to your legal contact.',
  },
  {
    finds:
      /\b(difficult (?:client|customer|person|people|man|woman)|toxic|jerks?|idiots?|bull(?:y|ies)|abusers?|narcissis\w+|liars?|you(?:'re| are|'ve been| have been| were) (?:being )?(?:so |very |just |simply )?(?:unreasonable|rude|abusive|aggressive|hostile|difficult|childish|unprofessional|impossible|demanding|dishonest|lying|hysterical|emotional))\b/gi,
    what: 'labels a person',
    mend: 'Describe what was said or done.',
  },
  {
    finds:
      /\b(calm (?:yourself )?down|please be calm|settle down|please relax|don'?t (?:be|get) (?:so )?(?:upset|angry|emotional|worked up)|no need to (?:shout|get upset|be upset|get angry|be angry)|(?:you need to|just) (?:relax|breathe))\b/gi,
    what: 'tells somebody to calm down',
    mend: 'Say what you heard, and what happens next.',
  },
];

const apology = /\b(sorry|apolog(?:y|ies|i[sz]e[sd]?|i[sz]ing)|regret that|forgive)\b/gi;

/**
 * Reads through everything a script has the writer say, and points out wording that can do harm:
 * threats, legal conclusions, admissions of liability, labels for a person, telling somebody to calm
 * down, and apologising more than once. These are warnings; the author decides.
 *
 * @param script The script.
 * @returns One warning a finding, with its line. Never throws.
 */
export function languageWarnings(script: Pick<ScriptData, 'variants'>): Fault[] {
  return script.variants.flatMap(({ subject, text, ifTheySay }, i) => [
    ...(subject === undefined ? [] : warn(['variants', i, 'subject'], subject)),
    ...warn(['variants', i, 'text'], text),
    ...ifTheySay.flatMap(({ you }, j) => warn(['variants', i, 'ifTheySay', j, 'you'], you)),
  ]);
}

function warn(path: readonly (string | number)[], written: string): Fault[] {
  // The rules are written with straight apostrophes, the scripts with curly ones.
  const text = written.replaceAll('’', "'");
  const found = rules.flatMap(({ finds, what, mend }) =>
    [...text.matchAll(finds)].map((match): Fault => ({
      path,
      lineInText: lineAt(text, match.index),
      what: `"${match[0]}" ${what}.`,
      mend,
    })),
  );
  const times = apologies(parse(text).nodes);
  if (times > 1) {
    const second = [...text.matchAll(apology)][1]?.index ?? 0;
    found.push({
      path,
      lineInText: lineAt(text, second),
      what: `It apologises ${times} times.`,
      mend: 'Say sorry once, then say what is being done.',
    });
  }
  return found;
}

/** Counts the apologies that one reading of the text can hold: of an optional part's two sides, the one with more. */
function apologies(nodes: readonly ScriptNode[]): number {
  return nodes.reduce((sum, node) => {
    if (node.kind === 'field') return sum;
    if (node.kind === 'text') return sum + [...node.text.matchAll(apology)].length;
    return sum + Math.max(apologies(node.shown), apologies(node.otherwise ?? []));
  }, 0);
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length - 1;
}
