import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { lookAhead } from '../../src/tree/engine/reachability.ts';
import { mostQuestions } from '../../src/tree/engine/check.ts';
import { flips, unknowns } from '../../src/tree/engine/sensitivity.ts';
import { height } from '../../src/tree/engine/ladder.ts';
import { readLink, writeLink } from '../../src/tree/engine/link.ts';
import { answersOf, countPaths, paths, type Ended } from '../../src/tree/engine/paths.ts';
import { reasons } from '../../src/tree/engine/reasons.ts';
import { indexTree, treeText, type Tree } from '../../src/tree/engine/tree.ts';
import { walk, type Answers } from '../../src/tree/engine/walk.ts';
import { casesSchema, treeSchema } from '../../src/content/schemas/tree.ts';
import { bruteFlips, bruteUnknowns, flipKeys, search, unknownKeys } from '../engine/tree/brute.ts';

// What must hold for every real tree, over every path from its first question to an outcome, with every set of ticks.

const content = new URL('../../content/', import.meta.url);
const read = (file: string): unknown => parse(readFileSync(new URL(file, content), 'utf8'));

const trees: readonly { readonly id: string; readonly tree: Tree }[] = readdirSync(new URL('trees/', content))
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => ({
    id: file.replace('.yaml', ''),
    tree: indexTree(treeText(treeSchema.parse(read(`trees/${file}`)))),
  }));

const cases = trees.flatMap(({ id, tree }) =>
  existsSync(new URL(`cases/${id}.yaml`, content))
    ? casesSchema.parse(read(`cases/${id}.yaml`)).map((found) => ({ ...found, treeId: id, tree }))
    : [],
);

const savedLinks = JSON.parse(readFileSync(new URL('saved-links.json', import.meta.url), 'utf8')) as readonly {
  readonly tree: string;
  readonly link: string;
  /** What the link opens; null when a question has to be answered again. */
  readonly outcome: string | null;
}[];

/** From this seriousness on, an answer to the first question of a tree says that somebody is in danger or afraid. */
const danger = 8;

/**
 * Answers of the main tree that make an ending fair: whoever can change it was told and it did not last, terms were refused
 * or none would do, people are insulted again and again, the contract has run out, or the reason lies with us.
 */
const fairGrounds: Readonly<Record<string, readonly string[]>> = {
  told: ['nothing', 'silence'],
  terms: ['refused', 'none'],
  why: ['abuse', 'over', 'ours'],
};

/** Answers that are worse than another and may still lead to something milder, and why: tree/question/answer. */
const milderAllowed: Readonly<Record<string, string>> = {};

const counts: string[] = [];
afterAll(() => console.log(`\n${counts.join('\n')}\n`));

test('there is a tree for every need', () => {
  expect(trees.map(({ id }) => id)).toEqual([
    'boss',
    'claim',
    'end-well',
    'fire',
    'keep',
    'leaving',
    'mistake',
    'money',
    'safe',
    'take-on',
    'upset-now',
    'wrong',
  ]);
});

describe.each(trees)('$id', ({ id, tree }) => {
  test('every path ends in one outcome, and every outcome is reached', () => {
    const reached = new Map([...tree.outcomes.keys()].map((outcome) => [outcome, 0]));
    let all = 0;
    for (const path of paths(tree)) {
      all++;
      reached.set(path.outcome.id, reached.get(path.outcome.id)! + 1);
    }
    counts.push(`${id}: ${all} paths: ${[...reached].map(([outcome, count]) => `${outcome} ${count}`).join(', ')}`);
    expect(all).toBe(countPaths(tree));
    expect([...reached].filter(([, count]) => count === 0)).toEqual([]);
  });

  test('each path is what walking its answers gives, from a link too, and no reason cites an answer not given', () => {
    let longest = '';
    for (const path of paths(tree)) {
      const answers = answersOf(path);
      const link = writeLink(tree, answers);
      const opened = readLink(tree, link);
      const walked = walk(tree, opened.answers);
      if (walked.outcome !== path.outcome || opened.dropped.length > 0)
        throw new Error(`${link} reads back otherwise.`);
      if (link.length > longest.length) longest = link;
      const { for: pro, against, neither } = reasons(path);
      for (const { question, answer } of [...pro, ...against, ...neither]) {
        if (!answers[question.id]?.includes(answer.id)) throw new Error(`${link} cites ${question.id}/${answer.id}.`);
      }
    }
    counts.push(`${id}: the longest link has ${longest.length} characters`);
    expect(longest.length).toBeLessThanOrEqual(300);
  });

  test(`no way asks more than ${mostQuestions} questions`, () => {
    const longest = lookAhead(tree, () => null)(tree.first.id).questions;
    counts.push(`${id}: ${tree.order.length} questions, at most ${longest} on a way`);
    expect(longest).toBeLessThanOrEqual(mostQuestions);
  });

  test('danger is asked first and ends at "stop now"', () => {
    const inDanger = tree.first.answers.filter(({ seriousness = 0 }) => seriousness >= danger);
    expect(inDanger.length).toBeGreaterThanOrEqual(1);
    let checked = 0;
    for (const { steps, outcome } of paths(tree)) {
      if (!inDanger.includes(steps[0]!.decides)) continue;
      checked++;
      expect(outcome.rung).toBe('stop-now');
    }
    expect(checked).toBeGreaterThan(0);
  });

  test('a worse answer never makes the mildest outcome still reachable milder', () => {
    const ahead = lookAhead(tree, () => null);
    const mildest = (to: string): number => Math.min(...[...ahead(to).outcomes].map(({ rung }) => height(rung)));
    const milder = tree.order.flatMap((question) => {
      const ranked = question.answers.filter(({ seriousness }) => seriousness !== undefined);
      return ranked
        .filter((worse) =>
          ranked.some((other) => other.seriousness! < worse.seriousness! && mildest(worse.to) < mildest(other.to)),
        )
        .map((answer) => `${id}/${question.id}/${answer.id}`);
    });
    const ranked = tree.order.filter(({ answers }) => answers.some(({ seriousness }) => seriousness !== undefined));
    counts.push(`${id}: ${ranked.length} ranked questions, ${milder.length} exceptions`);
    const named = Object.keys(milderAllowed).filter((name) => name.startsWith(`${id}/`));
    expect(milder).toEqual(named);
  });

  test('flips and unknowns equal brute force', () => {
    let [all, flipped] = [0, 0];
    const known = new Map<string, readonly string[]>();
    for (const path of paths(tree)) {
      all++;
      const found = flipKeys(flips(tree, path));
      flipped += found.length;
      same(path, found, bruteFlips(tree, path, search, known));
      same(path, unknownKeys(unknowns(tree, path)), bruteUnknowns(tree, path, search));
    }
    counts.push(`${id}: ${flipped} flips on all ${all} paths equal brute force`);
  });

  function same(path: Ended, found: readonly string[], brute: readonly string[]): void {
    if (found.length === brute.length && found.every((one, at) => one === brute[at])) return;
    expect(found, writeLink(tree, answersOf(path))).toEqual(brute);
  }
});

test('"end it" and "plan the exit" rest on a ground that the reader has named', () => {
  const { tree } = trees.find(({ id }) => id === 'fire')!;
  for (const [question, ids] of Object.entries(fairGrounds)) {
    for (const id of ids) expect(tree.questions.get(question)?.answers.map((answer) => answer.id)).toContain(id);
  }
  let [checked, without] = [0, 0];
  for (const { steps, outcome } of paths(tree)) {
    if (outcome.rung !== 'end-it' && outcome.rung !== 'plan-the-exit') continue;
    checked++;
    if (!steps.some(({ question, decides }) => fairGrounds[question.id]?.includes(decides.id))) without++;
  }
  counts.push(`fire: ${checked} paths end it or plan the exit, ${without} of them without a ground`);
  expect(checked).toBeGreaterThan(0);
  expect(without).toBe(0);
});

describe('worked cases', () => {
  test.each(cases)('$treeId: $title', ({ tree, answers, outcome, story }) => {
    const given: Answers = Object.fromEntries(
      Object.entries(answers).map(([question, ids]) => [question, Array.isArray(ids) ? ids : [ids]]),
    );
    const path = walk(tree, given);
    expect(path.outcome?.id ?? `stops at ${path.question?.id}`).toBe(outcome);
    expect(path.steps.map(({ question }) => question.id)).toEqual(Object.keys(given));
    const words = story.split(/\s+/).length;
    expect(words).toBeGreaterThanOrEqual(60);
    expect(words).toBeLessThanOrEqual(120);
  });

  test('there are at least 16, and one for every outcome', () => {
    counts.push(`${cases.length} worked cases`);
    const told = new Set(cases.map(({ treeId, outcome }) => `${treeId}/${outcome}`));
    const all = trees.flatMap(({ id, tree }) => [...tree.outcomes.keys()].map((outcome) => `${id}/${outcome}`));
    expect(all.filter((outcome) => !told.has(outcome))).toEqual([]);
    expect(cases.length).toBeGreaterThanOrEqual(16);
  });
});

describe('saved links', () => {
  test('open as they did, or ask again what changed', () => {
    for (const { tree: id, link, outcome } of savedLinks) {
      const { tree } = trees.find((found) => found.id === id)!;
      const { answers, dropped } = readLink(tree, link);
      // An id that is gone without a word under "retired" shows here.
      expect(
        dropped.filter(({ why }) => why === 'unknown'),
        `${id}${link}`,
      ).toEqual([]);
      expect(walk(tree, answers).outcome?.id ?? null, `${id}${link}`).toBe(outcome);
    }
    counts.push(`${savedLinks.length} saved links replayed`);
  });

  test('hold every answer there is, so that none can go unnoticed', () => {
    const held = new Set(
      savedLinks.flatMap(({ tree: id, link }) => {
        const { answers } = readLink(trees.find((found) => found.id === id)!.tree, link);
        return Object.entries(answers).flatMap(([question, ids]) => ids.map((answer) => `${id}/${question}/${answer}`));
      }),
    );
    const all = trees.flatMap(({ id, tree }) =>
      tree.order.flatMap((question) => question.answers.map((answer) => `${id}/${question.id}/${answer.id}`)),
    );
    // Mend: npm run tree -- save
    expect(all.filter((answer) => !held.has(answer))).toEqual([]);
  });
});
