import { expect, test } from 'vitest';
import { designAddress } from '../../src/routes.ts';
import { fieldKinds } from '../../src/script/engine/kinds.ts';
import { rungs } from '../../src/tree/engine/rungs.ts';
import { builtPages } from '../support/built-pages.ts';
import { must } from '../support/must.ts';
import { sites } from '../support/sites.ts';

const [{ folder, base }] = sites;

test('the page of all parts shows each of them, in the light and in the dark', () => {
  const pages = builtPages(folder, base);
  const page = must(
    pages.find(({ address }) => address === base + designAddress.slice(1)),
    designAddress,
  );
  const classes = page.elements.flatMap(({ attributes }) => (attributes['class'] ?? '').split(/\s+/));
  const ids = page.elements.flatMap(({ attributes }) => attributes['id'] ?? []);
  const parts = [
    ...['button--main', 'button--danger', 'button--small', 'chips', 'sheet--danger', 'ladder--all'],
    ...rungs.map((rung) => `rung--${rung}`),
    ...['tree--start', 'tree__answer', 'tree__error', 'tree__hint', 'result__head', 'result__start', 'result--stop'],
    ...[
      'result__safeguards',
      'result__ticks',
      'result__sides',
      'result__change',
      'result__memo-text',
      'map__stop',
      'exit--end',
    ],
    ...['letter', 'gap', 'cue', 'script__answers', 'script__out', 'first', 'avoid', 'box--danger', 'box'],
    ...['timeline', 'lights', 'matrix', 'tracker', 'months', 'rungs', 'search__form', 'search__best', 'search__result'],
    ...['links', 'cards', 'rows', 'case__in', 'foot__in'],
  ];
  const seldom = (part: string) => classes.filter((name) => name === part).length < 2;
  expect(parts.filter(seldom)).toEqual([]);
  for (const kind of fieldKinds)
    for (const state of ['empty', 'filled'])
      for (const theme of ['light', 'dark']) expect(ids).toContain(`${kind}-${state}--fields-${theme}`);
  expect(ids).toContain('money-wrong-sum--fields-dark');
  const count = (name: string) => classes.filter((one) => one === name).length;
  expect(count('shown__theme')).toBe(2 * count('shown__theme--dark'));
  expect(pages.find(({ address }) => address === `${base}about/`)?.html).toContain(`href="${base}about/design/"`);
});
