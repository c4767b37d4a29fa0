import type { JSX } from 'preact';
import type { Change, Path } from '../api.ts';
import { blank, type Form } from '../engine/form.ts';
import type { Asking } from './desk.ts';
import { About } from './About.tsx';
import { focusNear, keysOf, newId, today, type ListLook } from './drawing.ts';
import { Control } from './Fields.tsx';
import { leadingTo, placeOfNew, readTree, waysOf } from './read-tree.ts';
import { Standing } from './Standing.tsx';
import { useDesk } from './use-desk.ts';

/**
 * A question to begin with, all of whose answers lead to the same place.
 * @param isDraft whether the tree is a draft. Then its ways are counted at once, and its words wait; in a tree that readers
 *   have already, words that wait would make a draft of it, and every page that leads there would have a fault.
 */
function newQuestion(id: string, ask: string, to: string, isDraft: boolean): unknown {
  const answer = (id: string, text: string) => ({ id, text, to });
  return {
    id,
    ask,
    why: isDraft ? 'Write here: why it is asked.' : '',
    find: isDraft ? 'Write here: where to find the answer.' : '',
    answers: [answer('yes', 'Yes'), answer('no', 'No'), { ...answer('unsure', 'I don’t know'), unknown: true }],
  };
}

/** A tree: how it stands, what is said of the whole, its questions with their answers, and its outcomes. */
export function Outline({ form }: { readonly form: Form }): JSX.Element | null {
  const desk = useDesk();
  if (form.kind !== 'group') return null;
  const tree = readTree(desk.data);
  const ways = waysOf(tree);
  const view = desk.open?.tree;
  const isDraft = desk.open?.isDraft ?? false;
  const titleOf = (id: string): string => ways.find((way) => way.id === id)?.title ?? `${id || 'nothing'} (not there)`;
  const ask = (asking: Asking): void => desk.tell({ asking });
  const newOutcome = (id: string, headline: string): unknown => {
    const list = listOf('outcomes');
    return { ...(list?.kind === 'list' ? keysOf(blank(list.entry, today())) : {}), id, headline };
  };
  const listOf = (key: 'questions' | 'outcomes') => form.fields.find((field) => field.key === key)?.form;
  const marksOf = (id: string): readonly string[] => {
    const node = [...(view?.questions ?? []), ...(view?.outcomes ?? [])].find((one) => one.id === id);
    return node && !node.isReachable ? ['no answer leads here'] : [];
  };

  /** Takes a question or an outcome out, after the answers that lead there lead somewhere else. */
  const remove = (key: 'questions' | 'outcomes', at: number): void => {
    const id = tree[key][at]?.id ?? '';
    const leading = leadingTo(tree, id);
    const others = ways.filter((way) => way.id !== id);
    const instead = tree.questions.find((question) => question.id === id)?.answers[0]?.to;
    const first = others.find((way) => way.id === instead);
    ask({
      title: `Remove “${titleOf(id)}”?`,
      says:
        leading.length === 0
          ? 'No answer leads there.'
          : `${leading.length === 1 ? 'One answer leads' : `${leading.length} answers lead`} there: ${leading
              .map(({ answer, question }) => `“${answer.text}” to “${titleOf(question.id)}”`)
              .join('; ')}.`,
      ...(leading.length > 0 && {
        choice: { label: 'Lead them to', from: first ? [first, ...others.filter((way) => way !== first)] : others },
      }),
      yes: 'Remove',
      run: (_, to) => {
        desk.change(
          ...leading.map(({ place, at }): Change => ({ set: ['questions', place, 'answers', at, 'to'], to })),
          { remove: [key, at] },
        );
        desk.tell({ said: `Removed: ${titleOf(id).replace(/^→ /, '')}` });
        focusNear([key], at, tree[key].length - 1);
      },
    });
  };

  /** Puts a question between an answer and where it leads now: all of its answers lead on there, so that no way breaks. */
  const addQuestion = (at: number): void => {
    const answers = tree.questions[at]?.answers ?? [];
    ask({
      title: 'Add a question',
      says: 'Its answers first lead on to where this answer leads now. Then lead each of them where it belongs.',
      words: 'The question',
      choice: {
        label: 'It follows the answer',
        from: answers.map(({ text }, place) => ({ id: String(place), title: text })),
      },
      yes: 'Add',
      run: (words, chosen) => {
        const id = newId(words, [...tree.questions, ...tree.outcomes]);
        desk.change(
          { insert: ['questions', at + 1], value: newQuestion(id, words, answers[Number(chosen)]?.to ?? '', isDraft) },
          { set: ['questions', at, 'answers', Number(chosen), 'to'], to: id },
        );
        desk.go(['questions', at + 1]);
      },
    });
  };

  const addAnswer = (place: number): void => {
    const question = tree.questions[place];
    if (!question) return;
    const at = placeOfNew(question);
    ask({
      title: `Add an answer to “${question.ask}”`,
      words: 'The answer',
      choice: {
        label: 'It leads to',
        from: [
          { id: '+outcome', title: 'A new outcome …', asks: 'What to do, as its headline' },
          { id: '+question', title: 'A new question …', asks: 'The question' },
          // What comes later first: back to an earlier question the way would run in a circle.
          ...ways.slice(place + 1),
          ...ways.slice(0, place),
        ],
        first: '',
      },
      yes: 'Add',
      run: (text, chosen, words) => {
        const path = ['questions', place, 'answers', at];
        const id = newId(words, [...tree.questions, ...tree.outcomes]);
        const made: Change[] = [];
        if (chosen === '+outcome')
          made.push({ insert: ['outcomes', tree.outcomes.length], value: newOutcome(id, words) });
        // Its answers lead on to where the first one beside it leads, so that no way breaks or runs in a circle.
        if (chosen === '+question')
          made.push({
            insert: ['questions', place + 1],
            value: newQuestion(id, words, question.answers[0]?.to ?? '', isDraft),
          });
        const to = made.length > 0 ? id : chosen;
        desk.change(...made, { insert: path, value: { id: newId(text, question.answers), text, to } });
        desk.go(path);
        if (made.length > 0) desk.tell({ said: `Added: the answer, and “${words}”. Go there and fill it in.` });
      },
    });
  };

  const answersLook = (path: Path): ListLook => {
    const place = Number(path[1]);
    return {
      line: (at) => {
        const answer = tree.questions[place]?.answers[at];
        return answer ? `${answer.text} ⟶ ${titleOf(answer.to).replace(/^→ /, '')}` : '';
      },
      actions: (at) => {
        const to = tree.questions[place]?.answers[at]?.to ?? '';
        const found = (['questions', 'outcomes'] as const)
          .map((key) => [key, tree[key].findIndex(({ id }) => id === to)] as const)
          .find(([, there]) => there !== -1);
        return (
          found && (
            <button type="button" class="button--small" onClick={() => desk.go(found)}>
              Go to “{titleOf(to).replace(/^→ /, '')}”
            </button>
          )
        );
      },
      addText: 'Add an answer',
      onAdd: () => addAnswer(place),
    };
  };
  const questionsLook: ListLook = {
    line: (at) => `${at + 1}. ${tree.questions[at]?.ask ?? ''}`,
    marks: (at) => marksOf(tree.questions[at]?.id ?? ''),
    onRemove: (at) => remove('questions', at),
    addText: 'Add a question at the end',
    onAdd: () => addQuestion(tree.questions.length - 1),
    looks: { answers: answersLook },
    actions: (at) => {
      const answers = tree.questions[at]?.answers ?? [];
      const isOne = answers.length > 1 && new Set(answers.map(({ to }) => to)).size === 1;
      const walk = view?.questions.find(({ id }) => id === tree.questions[at]?.id)?.walk;
      return (
        <>
          <button type="button" class="button--small" onClick={() => addQuestion(at)}>
            Add a question after this one
          </button>
          {walk && (
            <button type="button" class="button--small" onClick={() => desk.tell({ framed: walk })}>
              Walk from here
            </button>
          )}
          {isOne && (
            <span class="help entry__note">
              All answers lead to the same place: {titleOf(answers[0]?.to ?? '').replace(/^→ /, '')}
            </span>
          )}
        </>
      );
    },
  };
  const outcomesLook: ListLook = {
    line: (at) => ways[tree.questions.length + at]?.title.replace(/^→ /, '') ?? '',
    marks: (at) => marksOf(tree.outcomes[at]?.id ?? ''),
    onRemove: (at) => remove('outcomes', at),
    addText: 'Add an outcome',
  };
  const [questions, outcomes] = [listOf('questions'), listOf('outcomes')];
  return (
    <>
      <Standing />
      <About title="About the whole tree" form={form} skip={['questions', 'outcomes']} />
      <section class="part">
        <h3>Questions</h3>
        {questions && (
          <Control form={questions} path={['questions']} isRequired label="Questions" look={questionsLook} />
        )}
      </section>
      <section class="part">
        <h3>Outcomes</h3>
        {outcomes && <Control form={outcomes} path={['outcomes']} isRequired label="Outcomes" look={outcomesLook} />}
      </section>
    </>
  );
}
