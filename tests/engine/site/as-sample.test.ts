import { expect, test } from 'vitest';
import { asSample } from '../../../src/site/design/as-sample.ts';

test('a sample has ids, groups and links of its own, and no link to those of a page', () => {
  expect(
    asSample(
      '<label for="a">A</label><input id="a" name="one" aria-describedby="b c"><p id="b"></p><a href="#a"></a><a href="#d"></a>',
      '--x',
      false,
    ),
  ).toBe(
    '<label for="a--x">A</label><input id="a--x" name="one--x" aria-describedby="b--x c"><p id="b--x"></p><a href="#a--x"></a><a href="#"></a>',
  );
});

test('a sample is no landmark and no first heading, and its forms send nothing', () => {
  expect(
    asSample(
      '<nav class="n" aria-label="N"><h1 id="h">H</h1></nav><section aria-labelledby="h"></section><form role="search" action="/s/"></form>',
      '--x',
      false,
    ),
  ).toBe('<div class="n"><h2 id="h--x">H</h2></div><section></section><form method="dialog" action="/s/"></form>');
});

test('its folds are as they are, or all open', () => {
  const folds = '<details class="a"></details><details open></details>';
  expect(asSample(folds, '', false)).toBe(folds);
  expect(asSample(folds, '', true)).toBe('<details open class="a"></details><details open></details>');
});
