import { describe, expect, test } from 'vitest';
import { checkScript } from '../../../src/script/engine/check.ts';
import { languageWarnings } from '../../../src/script/engine/language.ts';
import type { FieldData, ScriptData } from '../../../src/content/schemas/script.ts';
import { trouble } from './helpers.ts';
import { holds } from './property.ts';

const field = (kind: FieldData['kind'], choices?: string[]): FieldData => ({
  kind,
  label: 'x',
  ...(choices && { choices }),
});
const shared = { 'client name': field('text'), 'contact name': field('text') };

type Change = Omit<Partial<ScriptData>, 'variants'> & { variants?: Partial<ScriptData['variants'][number]>[] };
function script({ variants = [{}], ...rest }: Change = {}): ScriptData {
  return {
    title: 'Try something',
    summary: 's',
    topic: 'when-they-push',
    situations: [],
    useWhen: ['u'],
    doNotUseWhen: ['d'],
    approve: 'a',
    attach: [],
    next: ['n'],
    covers: [],
    aliases: [],
    owner: 'o',
    reviewed: '2026-11-20',
    reviewEvery: 6,
    fields: { 'client name': 'shared', date: field('date') },
    samples: [],
    ...rest,
    variants: variants.map((variant, i) => ({
      id: `v${i}`,
      channel: 'chat',
      tone: 'warm',
      text: '((client name)) ((date))',
      ifTheySay: [],
      ...variant,
    })),
  };
}
const told = (data: ScriptData) => checkScript(data, shared);
const inText = (text: string) => told(script({ variants: [{}, { text }] }));

describe('checks of a script', () => {
  test('a sound script has no fault', () => {
    expect(told(script())).toEqual([]);
    expect(
      inText('\\((not a marker)) (but (this is prose)) 5 < 6 and 7 > 4\n((if date))\n- ((date))\n((end))'),
    ).toEqual([]);
  });

  test.each([
    ['a\n((clent name))', 1, 'no field "clent name"', '((client name))'],
    ['((if dat))x((end))', 0, 'no field "dat"', '((date))'],
    ['((something else))', 0, 'no field "something else"', 'under fields'],
    ['a\n\n(( client name ))', 2, 'is no marker', 'Write ((client name)).'],
    ['((Client Name))', 0, 'is no marker', 'Write ((client name)).'],
    ['((client_name))', 0, 'is no marker', 'Write ((client name)).'],
    ['((client  name))', 0, 'is no marker', 'Write ((client name)).'],
    ['((clientName))', 0, 'is no marker', 'Write ((client name)).'],
    ['((client name)', 0, 'not closed', 'Close it with ))'],
    ['{{client_name}}', 0, 'looks like a marker', 'Write ((client name)).'],
    ['{ClientName}', 0, 'looks like a marker', 'Write ((client name)).'],
    ['x\n[client name]', 1, 'looks like a marker', 'Write ((client name)).'],
    ['[[Date]]', 0, 'looks like a marker', 'Write ((date)).'],
    ['[your reasons]', 0, 'looks like a marker', 'declare the field "your reasons"'],
    ['<client name>', 0, 'looks like a marker', 'Write ((client name)).'],
    ['%date%', 0, 'looks like a marker', 'Write ((date)).'],
    ['by ______', 0, 'looks like a marker', 'Write a field'],
    ['( (client name) )', 0, 'looks like a marker', 'Write ((client name)).'],
    ['to (client name) and', 0, 'looks like a marker', 'Write ((client name)).'],
    ['a\n((if date))x', 1, 'has no ((end))', 'Write ((end))'],
    ['x ((end))', 0, 'closes nothing', '((if field name))'],
    ['x ((else)) y', 0, 'outside an optional part', '((if field name))'],
    ['((if date))a((else))b((else))c((end))', 0, 'second ((else))', 'Keep one'],
    ['((if date))a((endif))((end))', 0, 'is no marker|no field "endif"', '((end))|under fields'],
    ['((if date))a((end if))((end))', 0, 'is no marker', 'ends with ((end))'],
    ['((if date))a((/if))((end))', 0, 'is no marker', 'ends with ((end))'],
    ['((if date))a((else if client name))b((end))', 0, 'is no marker', 'There is no else if'],
    ['((if Date))a((end))', 0, 'is no marker', 'Write ((if date)).'],
  ])('%j', (text, line, what, mend) => {
    const [fault] = inText(text);
    expect(fault).toBeDefined();
    expect(fault?.path).toEqual(['variants', 1, 'text']);
    expect(fault?.lineInText).toBe(line);
    expect(
      what.split('|').some((words) => fault?.what.includes(words)),
      fault?.what,
    ).toBe(true);
    expect(
      mend.split('|').some((words) => fault?.mend.includes(words)),
      fault?.mend,
    ).toBe(true);
  });

  test('all faults are told at once', () => {
    expect(inText('[x]\n((nope))\n((date').map((fault) => fault.lineInText)).toEqual([0, 1, 2]);
  });

  test('subjects and answers are checked as well', () => {
    const faults = told(
      script({ variants: [{}, { channel: 'email', subject: '{{date}}', ifTheySay: [{ they: '[x]', you: '((y))' }] }] }),
    );
    expect(faults.map(({ path }) => path.slice(2).join(' '))).toEqual([
      'subject',
      'ifTheySay 0 they',
      'ifTheySay 0 you',
    ]);
  });

  test('a field nobody uses', () => {
    expect(
      told(script({ fields: { 'client name': 'shared', date: field('date'), amount: field('money') } })),
    ).toMatchObject([{ path: ['fields', 'amount'], what: 'No variant uses the field "amount".' }]);
  });

  test('a field the case sheet does not have', () => {
    expect(
      told(
        script({
          fields: { 'client names': 'shared', date: field('date') },
          variants: [{ text: '((client names)) ((date))' }],
        }),
      ),
    ).toMatchObject([
      { path: ['fields', 'client names'], mend: expect.stringContaining('Did you mean "client name"?') as string },
    ]);
  });

  test('a yes or no field that is written out', () => {
    const faults = told(
      script({ fields: { vat: field('yes-or-no') }, variants: [{ text: '((if vat))x((end))\n((vat))' }] }),
    );
    expect(faults).toMatchObject([{ lineInText: 1, mend: 'Write the words for yes between ((if vat)) and ((end)).' }]);
  });

  test('two variants with one id', () => {
    expect(told(script({ variants: [{ id: 'a' }, { id: 'a' }] }))).toMatchObject([{ path: ['variants', 1, 'id'] }]);
  });

  test('a marker in a note', () => {
    expect(told(script({ variants: [{ note: 'Use ((date)).' }] }))).toMatchObject([{ path: ['variants', 0, 'note'] }]);
  });

  test.each([
    ['date', '2026-02-30', false],
    ['date', '2026-02-28', true],
    ['money', '1,200', false],
    ['money', '1200.50', true],
    ['text', true, false],
    ['long-text', ['a'], false],
    ['yes-or-no', 'yes', false],
    ['yes-or-no', false, true],
    ['choice', 'c', false],
    ['choice', 'a', true],
    ['several', 'a', false],
    ['several', ['a', 'c'], false],
    ['several', ['b', 'a'], true],
  ] as const)('a sample with %s %j fits: %s', (kind, value, fits) => {
    const data = script({
      fields: { x: field(kind, kind === 'choice' || kind === 'several' ? ['a', 'b'] : undefined) },
      variants: [{ text: '((if x))x((end))' }],
      samples: [{ name: 's', values: { x: value as string } }],
    });
    expect(told(data).map(({ path }) => path)).toEqual(fits ? [] : [['samples', 0, 'values', 'x']]);
  });

  test('a sample that names another field', () => {
    expect(told(script({ samples: [{ name: 's', values: { dates: 'x' } }] }))).toMatchObject([
      { path: ['samples', 0, 'values', 'dates'], mend: 'Did you mean "date"?' },
    ]);
  });

  test('never throws, and says where and how for each fault', () => {
    holds([trouble], (text) => {
      for (const fault of inText(text)) {
        expect(fault.what).not.toBe('');
        expect(fault.mend).not.toBe('');
        if (fault.path[0] === 'variants') expect(fault.lineInText).toBeLessThan(text.split('\n').length);
      }
    });
  });
});

describe('warnings about language', () => {
  const warned = (text: string) => languageWarnings(script({ variants: [{ text }] }));

  test.each([
    ['Pay by Friday or else.', 'threat'],
    ['x\nThis is your final warning.', 'threat'],
    ['You are in breach of contract.', 'lawyer'],
    ['We are liable for the loss.', 'liability'],
    ['We accept full liability.', 'liability'],
    ['You are being unreasonable.', 'labels'],
    ['You’re being unreasonable.', 'labels'],
    ['Please don’t get upset.', 'calm down'],
    ['Our last difficult client', 'labels'],
    ['Please calm down.', 'calm down'],
    ['There is no need to shout.', 'calm down'],
    ['I am sorry. Again, we apologise.', 'apologises 2 times'],
  ])('%j', (text, words) => {
    const warnings = warned(text);
    expect(warnings.map(({ what }) => what).join()).toContain(words);
    expect(warnings[0]?.lineInText).toBe(text.split('\n').length - 1);
  });

  test.each([
    'I am sorry that the delivery was late.',
    '((if a))I am sorry.((else))We apologise.((end))',
    'This was our mistake.',
    'The terms in section 4 say 30 days.',
  ])('says nothing about %j', (text) => {
    expect(warned(text)).toEqual([]);
  });

  test('looks at subjects and answers, and not at what the other side says', () => {
    const data = script({
      variants: [{ channel: 'email', subject: 'Final warning', ifTheySay: [{ they: 'Calm down', you: 'Calm down' }] }],
    });
    expect(languageWarnings(data).map(({ path }) => path.at(-1))).toEqual(['subject', 'you']);
  });
});
