import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { JSX } from 'preact';
import { readLink, writeLink } from '../../domain/tree/link.ts';
import { indexTree } from '../../domain/tree/tree.ts';
import { answer, atMostMore, walk } from '../../domain/tree/walk.ts';
import { Dropped } from './Dropped.tsx';
import { useFragment } from './fragment.ts';
import type { TreeProps } from './links.ts';
import { QuestionForm } from './QuestionForm.tsx';
import { Result } from './Result.tsx';
import { SoFar } from './SoFar.tsx';
import { Start } from './Start.tsx';

/** A tree to walk: the start, then one question a step, then the result. All of it is derived from the address. */
export function TreeWalk({ tree: text, links, locale, place: root = '' }: TreeProps): JSX.Element {
  const tree = useMemo(() => indexTree(text), [text]);
  const { now, alive, moved, go } = useFragment(root);
  const opened = useMemo(() => readLink(tree, now ?? ''), [tree, now]);
  const path = useMemo(() => walk(tree, opened.answers), [tree, opened]);
  const heading = useRef<HTMLHeadingElement>(null);
  const pageTitle = useRef('');

  const back = path.steps.find(({ question }) => question.id === opened.at);
  const question = back?.question ?? path.question;
  const place = back ? path.steps.indexOf(back) : path.steps.length;
  const before = path.steps[place - 1]?.question.id;

  const setTitle = (what: string | null): void => {
    pageTitle.current ||= document.title;
    document.title = what === null ? pageTitle.current : `${what} – ${pageTitle.current}`;
  };
  useEffect(() => {
    setTitle(now === null ? null : (question?.ask ?? path.outcome?.headline ?? null));
    if (moved) heading.current?.focus();
  }, [now]);

  if (now === null)
    return <Start tree={text} begin={alive ? `${root}#v=${text.version}` : links.worksheet} heading={heading} />;
  const link = (at: string | null = null): string => root + writeLink(tree, opened.answers, at);
  return (
    <div class="tree">
      <Dropped opened={opened} version={text.version} />
      {question ? (
        <QuestionForm
          key={now}
          heading={heading}
          question={question}
          given={(back?.given ?? []).map(({ id }) => id)}
          number={place + 1}
          atMostMore={atMostMore(tree, opened.answers, question)}
          back={before ? link(before) : root || '#'}
          onError={() => setTitle(`Error: ${question.ask}`)}
          onAnswer={(ids) => {
            const answers = answer(tree, opened.answers, question.id, ids);
            go(writeLink(tree, answers), writeLink(tree, answers, question.id));
          }}
        />
      ) : (
        <Result heading={heading} tree={tree} answers={opened.answers} path={path} links={links} locale={locale} />
      )}
      <SoFar steps={path.steps} now={question} link={link} />
      <p class="tree__again">
        <a href={root || '#'}>Start again</a>
      </p>
    </div>
  );
}
