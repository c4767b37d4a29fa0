import { describe, expect, test } from 'vitest';
import { readMarks, verbatim } from '../../../src/i18n/marks.ts';

describe('texts with marks', () => {
  test('are split into pieces, in order', () => {
    expect(readMarks('**In danger?** Leave. [What then], or `npm run`.')).toEqual([
      { kind: 'strong', text: 'In danger?' },
      { kind: 'plain', text: ' Leave. ' },
      { kind: 'bracket', text: 'What then' },
      { kind: 'plain', text: ', or ' },
      { kind: 'code', text: 'npm run' },
      { kind: 'plain', text: '.' },
    ]);
  });
  test('a text without any is one piece, and an empty one none', () => {
    expect(readMarks('Guides')).toEqual([{ kind: 'plain', text: 'Guides' }]);
    expect(readMarks('')).toEqual([]);
  });
  test('a value with brackets and stars takes no link away', () => {
    const name = 'Jo Field [ext. 42] **now** `x`';
    expect(readMarks(`Tell ${verbatim(name)}. [What to do]`)).toEqual([
      { kind: 'plain', text: `Tell ${name}. ` },
      { kind: 'bracket', text: 'What to do' },
    ]);
    expect(readMarks(`[${verbatim('A [b] c')}]`)).toEqual([{ kind: 'bracket', text: 'A [b] c' }]);
  });
});
