import type { JSX } from 'preact';
import type { FaultAt } from '../api.ts';
import { titleOf } from '../engine/field-words.ts';
import { setting, valueAt } from './apply.ts';
import { isSame } from './desk.ts';
import { isUnanswered, readTree, toAnswerFirst, waysOf } from './read-tree.ts';
import { useDesk } from './use-desk.ts';

const ways = (count: number): string => (count === 1 ? '1 way' : `${count.toLocaleString('en-GB')} ways`);

/** Why the ways are not counted just now. */
function Uncounted(): JSX.Element {
  const { open, toPutRight, stillToFill } = useDesk();
  const isOwn = (fault: FaultAt): boolean => isSame(fault, open);
  return (
    <section class="note standing" aria-label="How the tree stands">
      <p>
        {toPutRight.some(isOwn)
          ? 'The ways through the tree are counted again once its faults are put right.'
          : stillToFill.length > 0
            ? 'The ways through the tree are counted again once what is still to fill is filled.'
            : 'This tree has too many ways to be counted here.'}
      </p>
    </section>
  );
}

/** How a tree stands: how many ways lead through it, and what is different from the tree as it is saved. */
export function Standing(): JSX.Element | null {
  const desk = useDesk();
  const view = desk.open?.tree;
  if (!view || view.paths === 0) return <Uncounted />;
  const file = desk.open?.file ?? '';
  const cases = desk.files?.files.findLast((one) => one.file === file.replace(/^trees/, 'cases'));
  const all = waysOf(readTree(desk.data));
  const headline = (id: string | null): string =>
    isUnanswered(id) ? toAnswerFirst : (all.find((way) => way.id === id)?.title.replace(/^→ /, '') ?? titleOf(id));
  const { against } = view;
  const raise = (): void => desk.change({ set: ['version'], to: against?.nextVersion });
  const retire = (lost: readonly string[]): void => {
    const now = valueAt(desk.data, ['retired']);
    const kept: readonly unknown[] = Array.isArray(now) ? now : [];
    desk.change(setting(desk.data, ['retired'], [...kept, ...lost.map((was) => ({ was }))]));
  };
  return (
    <section class="note standing" aria-label="How the tree stands">
      <p>
        <b>{ways(view.paths)}</b> through the tree. The longest has {view.longest} questions.
        {against && against.changed === 0 && ' All of them lead where they led before.'}
      </p>
      {against && against.changed > 0 && (
        <>
          <p>
            <b>
              {ways(against.changed)} out of {against.paths.toLocaleString('en-GB')} lead elsewhere than before:
            </b>
          </p>
          <ul>
            {against.moves.map(({ from, to, paths }) => (
              <li>
                {ways(paths)}: {headline(from)} ⟶ {headline(to)}
              </li>
            ))}
          </ul>
        </>
      )}
      {view.elsewhere.length > 0 && (
        <>
          <p>
            <b>Recorded cases that end elsewhere than they say.</b> If an answer leads wrong, put it right here. If the
            new result is right, take it over.
          </p>
          <ul>
            {view.elsewhere.map(({ id, title, says, is }) => (
              <li>
                {title}: recorded “{headline(says)}”, now “{headline(is)}”{' '}
                {is !== null && (
                  <button type="button" class="button--small" onClick={() => void desk.takeOutcomes([file], [id])}>
                    Take it over<span class="visually-hidden"> for {title}</span>
                  </button>
                )}
              </li>
            ))}
          </ul>
          {view.elsewhere.filter(({ is }) => is !== null).length > 1 && (
            <button type="button" class="button--small" onClick={() => void desk.takeOutcomes([file])}>
              Take all new results over
            </button>
          )}
        </>
      )}
      {view.retold.length > 0 && (
        <>
          <p>
            <b>Recorded cases with a new result, not saved yet.</b> See that each story fits it:
          </p>
          <ul>
            {view.retold.map(({ at, title, was, says }) => (
              <li>
                <button type="button" class="link" onClick={() => cases && void desk.openFile(cases, [at])}>
                  {title}
                </button>
                : recorded “{headline(was)}”, now “{headline(says)}”
              </li>
            ))}
          </ul>
        </>
      )}
      {against && against.lost.length > 0 && (
        <p>
          Old links still name{' '}
          {against.lost.length === 1
            ? 'a question or an answer that is gone.'
            : `${against.lost.length} questions or answers that are gone.`}{' '}
          <button type="button" class="button--small" onClick={() => retire(against.lost)}>
            List them under “Retired”
          </button>
        </p>
      )}
      {against?.raiseVersion && (
        <p>
          Links and memos name the version. It goes up when ways change: saving does it.{' '}
          <button type="button" class="button--small" onClick={raise}>
            Raise the version to {against.nextVersion} now
          </button>
        </p>
      )}
    </section>
  );
}
