import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { checkContent, tellFaults } from '../../src/content/check-content.ts';
import { playbookOnly } from '../../src/content/layers.ts';
import { mostQuestions, mostTicks } from '../../src/tree/engine/check.ts';
import { circumstancesOf, holds } from '../../src/tree/engine/circumstances.ts';
import { carriesOver, isGuarded, mostScripts, offer, safeguardsOf } from '../../src/tree/engine/counsel.ts';
import { height } from '../../src/tree/engine/ladder.ts';
import { readLink, writeLink } from '../../src/tree/engine/link.ts';
import { countWords, memoOf, mostWords } from '../../src/tree/engine/memo.ts';
import { answersOf, countPaths, paths, type Ended } from '../../src/tree/engine/paths.ts';
import { lookAhead } from '../../src/tree/engine/reachability.ts';
import { reasons } from '../../src/tree/engine/reasons.ts';
import { resultOf } from '../../src/tree/engine/result.ts';
import { subjects } from '../../src/tree/engine/rungs.ts';
import { flips, unknowns } from '../../src/tree/engine/sensitivity.ts';
import { indexTree, outcomeTexts, treeText, type OutcomeText, type Tree } from '../../src/tree/engine/tree.ts';
import { excludes, walk, type Answers } from '../../src/tree/engine/walk.ts';
import { counselOf } from '../../src/tree/walk-data.ts';
import { bruteFlips, bruteUnknowns, flipKeys, search, unknownKeys } from '../engine/tree/brute.ts';

// What must hold for the playbook's own trees, over every path from a first question to an outcome, with every set of
// ticks. What an editor can break is told by the check; this looks at what is sound by construction, and at the rest.

const { content, faults } = checkContent(process.cwd(), { layers: playbookOnly });
if (faults.length > 0) throw new Error(tellFaults(faults));
const counsel = counselOf(content);
const trees = content.trees.map((data) => {
  const tree = indexTree(treeText(data, content.circumstances));
  const outcomes = new Map(outcomeTexts(data).map((outcome) => [outcome.id, outcome]));
  return { id: data.id, tree, data, outcomes };
});
const guardedOnes = content.circumstances.filter(isGuarded);
/** The scripts that some path offers. */
const offered = new Set<string>();
const shared = content.circumstances.filter((one) => one.forbids.length > 0 && carriesOver(one)).map(({ id }) => id);
const readers = content.circumstances.filter(({ kind }) => kind === 'reader').map(({ id }) => id);

interface SavedLink {
  readonly tree: string;
  readonly link: string;
  /** What the link opens; null when a question has to be answered again. */
  readonly outcome: string | null;
}
const savedLinks = JSON.parse(
  readFileSync(new URL('saved-links.json', import.meta.url), 'utf8'),
) as readonly SavedLink[];

/** From this seriousness on, an answer to the first question of a tree says that somebody is in danger or afraid. */
const danger = 8;

/** Answers that are worse than another and may still lead to something milder, and why: tree/question/answer. */
const milderAllowed: Readonly<Record<string, string>> = {};

const counts: string[] = [];
afterAll(() => console.log(`\n${counts.join('\n')}\n`));

const named = (tree: Tree, path: Ended): string => writeLink(tree, answersOf(path));
const textOf = (outcomes: ReadonlyMap<string, OutcomeText>, path: Ended): OutcomeText => {
  const outcome = outcomes.get(path.outcome.id);
  if (!outcome) throw new Error(`${path.outcome.id} has no text.`);
  return outcome;
};

describe.each(trees)('$id', ({ id, tree, outcomes }) => {
  test('every path ends in one outcome, and every outcome is reached', () => {
    const reached = new Map([...tree.outcomes.keys()].map((outcome) => [outcome, 0]));
    let all = 0;
    for (const path of paths(tree)) {
      all++;
      reached.set(path.outcome.id, (reached.get(path.outcome.id) ?? 0) + 1);
    }
    counts.push(`${id}: ${all} paths: ${[...reached].map(([outcome, count]) => `${outcome} ${count}`).join(', ')}`);
    expect(all).toBe(countPaths(tree));
    expect([...reached].filter(([, count]) => count === 0)).toEqual([]);
  });

  test('each path is what walking its answers gives, from a link too', () => {
    let longest = '';
    for (const path of paths(tree)) {
      const link = named(tree, path);
      const opened = readLink(tree, link);
      if (walk(tree, opened.answers).outcome !== path.outcome || opened.dropped.length > 0)
        throw new Error(`${link} reads back otherwise.`);
      if (link.length > longest.length) longest = link;
    }
    counts.push(`${id}: the longest link has ${longest.length} characters`);
    expect(longest.length).toBeLessThanOrEqual(300);
  });

  test(`no way asks more than ${mostQuestions} questions, and no question takes more than ${mostTicks} ticks`, () => {
    const longest = lookAhead(tree, () => null)(tree.first.id).questions;
    const lengths = [...paths(tree)].map(({ steps }) => steps.length).sort((a, b) => a - b);
    counts.push(
      `${id}: ${tree.order.length} questions, ${lengths[lengths.length >> 1]} on the median way, ${longest} at most`,
    );
    expect(longest).toBeLessThanOrEqual(mostQuestions);
    for (const { kind, answers } of tree.order)
      if (kind === 'several')
        expect(answers.filter((answer) => !excludes(answer)).length).toBeLessThanOrEqual(mostTicks);
  });

  test('danger to people ends at "stop now"', () => {
    const inDanger = tree.first.answers.filter(({ seriousness = 0 }) => seriousness >= danger);
    for (const { steps, outcome } of paths(tree)) {
      const [first] = steps;
      if (first && inDanger.includes(first.decides)) expect(outcome.rung, first.decides.id).toBe('stop-now');
    }
  });

  test('a worse answer never makes the mildest outcome still reachable milder', () => {
    const ahead = lookAhead(tree, () => null);
    const mildest = (to: string): number => Math.min(...[...ahead(to).outcomes].map(({ rung }) => height(rung)));
    const milder = tree.order.flatMap((question) => {
      const ranked = question.answers.flatMap(({ id: answer, to, seriousness }) =>
        seriousness === undefined ? [] : [{ answer, to, seriousness }],
      );
      return ranked
        .filter((worse) =>
          ranked.some((other) => other.seriousness < worse.seriousness && mildest(worse.to) < mildest(other.to)),
        )
        .map(({ answer }) => `${id}/${question.id}/${answer}`);
    });
    expect(milder).toEqual(Object.keys(milderAllowed).filter((name) => name.startsWith(`${id}/`)));
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
    expect(found, named(tree, path)).toEqual(brute);
  }

  test('safeguards show where their condition holds; scripts are at most three, and none contradicts an answer', () => {
    for (const path of paths(tree)) {
      const outcome = textOf(outcomes, path);
      for (const reader of [[], ...readers.map((one) => [one])]) {
        const circumstances = circumstancesOf(path, reader, content.circumstances);
        const applied = safeguardsOf(content.safeguards, circumstances);
        const scripts = offer(outcome, applied, counsel.scripts, circumstances);
        for (const { id: script } of scripts) offered.add(script);
        if (scripts.length > mostScripts) throw new Error(`${named(tree, path)} offers ${scripts.length} scripts.`);
        const waiting = new Set(applied.flatMap(({ safeguard }) => safeguard.holds?.scripts ?? []));
        for (const { id: script } of scripts)
          if (!holds(counsel.scripts[script]?.fits, circumstances) || waiting.has(script))
            throw new Error(`${named(tree, path)} offers ${script}.`);
        for (const { id: guarded } of guardedOnes) {
          const guards = applied.some(
            ({ safeguard: { when } }) => when.any.includes(guarded) || when.all.includes(guarded),
          );
          if (circumstances.has(guarded) && !guards)
            throw new Error(`${named(tree, path)} carries ${guarded} and shows no safeguard for it.`);
        }
      }
    }
  });

  test('nobody is told to keep silent or not to end it where a circumstance forbids that', () => {
    for (const path of paths(tree)) {
      const outcome = textOf(outcomes, path);
      // Also what another tree has told, as it would be known in the same tab.
      for (const known of [[], ...shared.map((one) => [one])]) {
        const circumstances = circumstancesOf(path, known, content.circumstances);
        const shown = [
          outcome,
          ...[...outcome.steps, ...outcome.checks].filter(({ only }) => holds(only, circumstances)),
        ];
        for (const { id: circumstance, forbids } of content.circumstances) {
          if (!circumstances.has(circumstance)) continue;
          for (const { silentToClient, refusesEnding } of shown) {
            const silences = silentToClient && forbids.includes('silence');
            const refuses = refusesEnding && forbids.includes('refusal');
            if (silences || refuses) throw new Error(`${named(tree, path)}: ${path.outcome.id} and ${circumstance}.`);
          }
        }
      }
    }
  });

  test('what is due today comes first, and is not said twice', () => {
    const leading = content.safeguards.filter(({ leads }) => leads);
    for (const path of paths(tree)) {
      const { isStop, start, then, safeguards } = resultOf(tree, path, textOf(outcomes, path), counsel);
      const led = leading.filter(({ id: one }) => safeguards.some((found) => found.id === one));
      if (isStop || led.length === 0) continue;
      const circumstances = circumstancesOf(path);
      const first = led[0]?.steps.find(({ only }) => holds(only, circumstances))?.do;
      const again = [...then, ...safeguards.flatMap(({ steps }) => steps)].some((step) => step.do === first);
      if (start?.do !== first || again) throw new Error(`${named(tree, path)} begins with "${start?.do}".`);
    }
  });

  test('"I don\'t know" never ends a walk before danger, law, claims and harm were asked', () => {
    if (tree.order.every(({ asks }) => asks.length === 0)) return;
    for (const path of paths(tree)) {
      const last = path.steps.at(-1);
      if (!last?.decides.unknown || path.outcome.rung === 'stop-now') continue;
      const asked = path.steps.flatMap(({ question }) => question.asks);
      const missing = subjects.filter((subject) => !asked.includes(subject));
      if (missing.length > 0) throw new Error(`${named(tree, path)} ends without asking about ${missing.join(', ')}.`);
    }
  });

  test('a memo is one page, and no sentence of it goes uncarried', () => {
    const about = { date: '2026-11-20', link: 'https://intranet.example/decide/', day: (iso: string) => iso };
    const speakers = new Map<string, string[]>();
    for (const question of tree.order)
      for (const { id: answer, reason = '' } of question.answers)
        speakers.set(reason, [...(speakers.get(reason) ?? []), `${question.id}/${answer}`]);
    let most = 0;
    for (const path of paths(tree)) {
      const result = resultOf(tree, path, textOf(outcomes, path), counsel);
      if (result.isStop) continue;
      const memo = memoOf(tree, path, result, about);
      most = Math.max(most, countWords(memo));
      const given = new Set(
        path.steps.flatMap((step) => step.given.map((answer) => `${step.question.id}/${answer.id}`)),
      );
      for (const { text, carriedBy } of [
        memo.title,
        ...memo.parts.flatMap((part) => [...part.sentences, ...part.steps]),
      ]) {
        const stated = speakers.get(text);
        if (
          carriedBy.length === 0 ||
          !carriedBy.every((one) => given.has(one)) ||
          (stated && !stated.some((one) => given.has(one)))
        )
          throw new Error(`${named(tree, path)}: "${text}" is carried by ${carriedBy.join(', ') || 'nothing'}.`);
      }
    }
    counts.push(`${id}: the longest memo has ${most} words`);
    expect(most).toBeLessThanOrEqual(mostWords);
  });

  test('no reason cites an answer not given', () => {
    for (const path of paths(tree)) {
      const answers = answersOf(path);
      const weighed = reasons(path);
      for (const { question, answer } of [...weighed.for, ...weighed.against, ...weighed.neither])
        if (!answers[question.id]?.includes(answer.id)) throw new Error(`${named(tree, path)} cites ${answer.id}.`);
    }
  });
});

test('every script is offered on some path, or stands in a guide', () => {
  for (const { scripts } of content.guides) for (const script of scripts) offered.add(script);
  expect(content.scripts.map(({ id }) => id).filter((id) => !offered.has(id))).toEqual([]);
});

test('what carries over is told from what does not', () => {
  counts.push(
    `${content.circumstances.filter(carriesOver).length} of ${content.circumstances.length} circumstances carry over`,
  );
  for (const { kind } of content.circumstances.filter((one) => !carriesOver(one))) expect(kind).not.toBe('reader');
});

describe('worked cases', () => {
  const cases = trees.flatMap(({ id, tree, data }) => data.cases.map((story) => ({ ...story, treeId: id, tree })));
  test.each(cases)('$treeId: $title', ({ tree, answers, outcome, story }) => {
    const given: Answers = Object.fromEntries(
      Object.entries(answers).map(([question, ids]) => [question, [ids].flat()]),
    );
    const path = walk(tree, given);
    expect(path.outcome?.id ?? `stops at ${path.question?.id}`).toBe(outcome);
    expect(path.steps.map(({ question }) => question.id)).toEqual(Object.keys(given));
    const words = story.split(/\s+/).length;
    expect(words).toBeGreaterThanOrEqual(60);
    expect(words).toBeLessThanOrEqual(120);
  });

  test('there is one for every outcome', () => {
    counts.push(`${cases.length} worked cases`);
    const told = new Set(cases.map(({ treeId, outcome }) => `${treeId}/${outcome}`));
    const all = trees.flatMap(({ id, tree }) => [...tree.outcomes.keys()].map((outcome) => `${id}/${outcome}`));
    expect(all.filter((outcome) => !told.has(outcome))).toEqual([]);
  });
});

test('there are warnings not to end it and silences to keep from whom they must not reach', () => {
  const marked = content.trees.flatMap(({ outcomes }) =>
    outcomes.flatMap((outcome) => [outcome, ...outcome.steps, ...outcome.checks]),
  );
  counts.push(
    `${marked.filter((one) => one.refusesEnding).length} warnings not to end it, ${marked.filter((one) => one.silentToClient).length} silences`,
  );
  expect(marked.some((one) => one.refusesEnding)).toBe(true);
  expect(marked.some((one) => one.silentToClient)).toBe(true);
});

test('the number to call stands at every stop but where nothing worse than advances was answered', () => {
  for (const { tree, outcomes } of trees)
    for (const path of paths(tree)) {
      const { isStop, calls } = resultOf(tree, path, textOf(outcomes, path), counsel);
      if (!isStop) continue;
      const found = circumstancesOf(path);
      const worse = ['unsafe', 'with-them-now', 'harmed', 'harassed', 'followed', 'afraid', 'suicide', 'could-hurt'];
      const only = found.has('advances') && !worse.some((one) => found.has(one));
      if (calls === only) throw new Error(named(tree, path));
    }
});

describe('saved links', () => {
  const treeOf = (id: string): Tree => {
    const found = trees.find((one) => one.id === id);
    if (!found) throw new Error(`A saved link leads to the tree "${id}", which is not there.`);
    return found.tree;
  };
  test('open as they did, or ask again what changed', () => {
    for (const { tree: id, link, outcome } of savedLinks) {
      const tree = treeOf(id);
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
      savedLinks.flatMap(({ tree: id, link }) =>
        Object.entries(readLink(treeOf(id), link).answers).flatMap(([question, ids]) =>
          ids.map((answer) => `${id}/${question}/${answer}`),
        ),
      ),
    );
    const all = trees.flatMap(({ id, tree }) =>
      tree.order.flatMap((question) => question.answers.map((answer) => `${id}/${question.id}/${answer.id}`)),
    );
    // Mend: npm run tree -- save
    expect(all.filter((answer) => !held.has(answer))).toEqual([]);
  });
});
