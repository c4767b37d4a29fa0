import { describe, expect, test } from 'vitest';
import { checkScript, fieldDefinitions } from '../../../src/script/engine/check.ts';
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
    facts: [],
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

  test.each([
    ['{{{date}}}', '{{{date}}}'],
    ['[[date]]', '[[date]]'],
    ['<<date>>', '<<date>>'],
    ['${date}', '${date}'],
    ['( ( date ) )', '( ( date ) )'],
    ['_____', '_____'],
  ])('%j is one near miss, whole', (text, shown) => {
    expect(inText(`a ${text} b`).map(({ what }) => what)).toEqual([`${shown} looks like a marker and is none.`]);
  });

  test.each(['(for example)', 'and (as agreed), ((date))'])('%j is prose', (text) => {
    expect(inText(text)).toEqual([]);
  });

  test('near misses side by side are told each', () => {
    expect(inText('[a][b]').map(({ what }) => what.slice(0, 3))).toEqual(['[a]', '[b]']);
  });

  // Words of the syntax in the middle of others mean nothing.
  test.each(['[the end]', '[or else]', '[nobody else if asked]', '[what if it rains]', '[and/or more]'])(
    '%j is to be put in other words',
    (text) => {
      expect(inText(`a ${text}`).map(({ mend }) => mend)).toEqual([
        expect.stringMatching(/^If it is to be filled in, declare/),
      ]);
    },
  );

  test('[endif] ends a part too', () => {
    expect(inText('a [endif]').map(({ mend }) => mend)).toEqual(['An optional part ends with ((end)).']);
  });

  test('near misses are told in the order of the text, those in an ((else)) too', () => {
    expect(
      inText('(date) [x] %date% {y}\n((if date))<z>((else))[w]((end))').map(({ what }) => what.split(' looks')[0]),
    ).toEqual(['(date)', '[x]', '%date%', '{y}', '<z>', '[w]']);
  });

  test('all faults are told at once', () => {
    expect(inText('[x]\n((nope))\n((date').map((fault) => fault.lineInText)).toEqual([0, 1, 2]);
  });

  test('subjects and answers are checked as well', () => {
    const faults = told(
      script({ variants: [{}, { channel: 'email', subject: '{{date}}', ifTheySay: [{ they: '[x]', you: '((y))' }] }] }),
    );
    expect(faults.map(({ path }) => path.join(' '))).toEqual([
      'variants 1 subject',
      'variants 1 ifTheySay 0 they',
      'variants 1 ifTheySay 0 you',
    ]);
  });

  test('a field nobody uses', () => {
    expect(
      told(script({ fields: { 'client name': 'shared', date: field('date'), amount: field('money') } })),
    ).toMatchObject([{ path: ['fields', 'amount'], what: 'No variant uses the field "amount".' }]);
  });

  test('something of a result in a script that may go to a client', () => {
    const taking = { kind: 'long-text', label: 'Facts', fromResult: 'facts' } as const;
    const told = (internal: boolean) =>
      checkScript(script({ internal, fields: { facts: taking }, variants: [{ text: '((facts))' }] }), {}).filter(
        ({ what }) => what.includes('takes something of a result'),
      );
    expect(told(false)).toEqual([
      {
        path: ['fields', 'facts'],
        what: 'The field "facts" takes something of a result, and the script may go to a client.',
        mend: 'Let the field take nothing of a result (fromResult). If the script goes to your own side only, say so (internal: true).',
      },
    ]);
    expect(told(true)).toEqual([]);
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
    expect(faults).toMatchObject([
      {
        lineInText: 1,
        what: '((vat)) would write yes or no into the message.',
        mend: 'Write the words for yes between ((if vat)) and ((end)).',
      },
    ]);
  });

  test('two variants with one id', () => {
    expect(told(script({ variants: [{ id: 'a' }, { id: 'a' }] }))).toMatchObject([{ path: ['variants', 1, 'id'] }]);
  });

  test('a note without a marker is sound', () => {
    expect(told(script({ variants: [{ note: 'Ask (once) before you send it.' }] }))).toEqual([]);
  });

  test('a marker in a note', () => {
    expect(told(script({ variants: [{ note: 'Use ((date)).' }] }))).toMatchObject([{ path: ['variants', 0, 'note'] }]);
  });

  test.each([
    ['date', '2026-02-30', 'Write a day that exists, in quotes: "2026-11-20".'],
    ['date', '2026-02-28', undefined],
    ['date', true, 'Write a day that exists, in quotes: "2026-11-20".'],
    ['money', '1,200', 'Write a plain number in quotes: "1200" or "49.50".'],
    ['money', '1200.50', undefined],
    ['money', ['1200'], 'Write a plain number in quotes: "1200" or "49.50".'],
    ['text', true, 'Write text.'],
    ['text', 'words', undefined],
    ['long-text', ['a'], 'Write text.'],
    ['yes-or-no', 'yes', 'Write true or false, without quotes.'],
    ['yes-or-no', false, undefined],
    ['choice', 'c', 'Write one of: a; b.'],
    ['choice', ['a'], 'Write one of: a; b.'],
    ['choice', 'a', undefined],
    ['several', 'a', 'Write a list of some of: a; b.'],
    ['several', ['a', 'c'], 'Write a list of some of: a; b.'],
    ['several', true, 'Write a list of some of: a; b.'],
    ['several', ['b', 'a'], undefined],
  ] as const)('a sample with %s %j: %s', (kind, value, mend) => {
    const data = script({
      fields: { x: field(kind, kind === 'choice' || kind === 'several' ? ['a', 'b'] : undefined) },
      variants: [{ text: '((if x))x((end))' }],
      samples: [{ name: 's', values: { x: value as string } }],
    });
    const what = `The sample's "x" does not fit a field of the kind ${kind}.`;
    expect(told(data)).toEqual(mend === undefined ? [] : [{ path: ['samples', 0, 'values', 'x'], what, mend }]);
  });

  test('a field of choices without any takes none', () => {
    const data = script({
      fields: { x: field('choice') },
      variants: [{ text: '((x))' }],
      samples: [{ name: 's', values: { x: 'a' } }],
    });
    expect(told(data).map(({ mend }) => mend)).toEqual(['Write one of: .']);
  });

  test('the fields of a script are its own and those of the case sheet, in its order', () => {
    const own = field('date');
    expect(
      Object.entries(fieldDefinitions({ fields: { date: own, 'client name': 'shared', nowhere: 'shared' } }, shared)),
    ).toEqual([
      ['date', own],
      ['client name', shared['client name']],
    ]);
  });

  // Word for word: an editor has nothing else to go by.
  test.each([
    ['((zzzzzz))', 'The script has no field "zzzzzz".', 'Add "zzzzzz" under fields, or correct the name.'],
    [
      '((clent name))',
      'The script has no field "clent name".',
      'Did you mean ((client name))? Otherwise add "clent name" under fields.',
    ],
    [
      'a ((date b',
      'A marker is opened and not closed on the same line: ((date b',
      'Close it with )), with no brackets inside. For the brackets themselves write \\((.',
    ],
    ['((Date))', '((Date)) is no marker.', 'Write ((date)).'],
    ['((when Date))', '((when Date)) is no marker.', 'Write ((if date)).'],
    ['a ((else)) b', 'An ((else)) stands outside an optional part.', 'Put ((if field name)) before it, or remove it.'],
    ['a ((end)) b', 'An ((end)) closes nothing.', 'Put ((if field name)) before it, or remove it.'],
    [
      '((if date))a((else))b((else))c((end))',
      'An optional part has a second ((else)).',
      'Keep one, and close the part with ((end)).',
    ],
    ['((if date))a', '((if date)) has no ((end)).', 'Write ((end)) where the optional part ends.'],
    ['a [else] b', '[else] looks like a marker and is none.', 'The other case starts with ((else)).'],
    ['a [Otherwise] b', '[Otherwise] looks like a marker and is none.', 'The other case starts with ((else)).'],
    ['a [end] b', '[end] looks like a marker and is none.', 'An optional part ends with ((end)).'],
    ['a {{/if}} b', '{{/if}} looks like a marker and is none.', 'An optional part ends with ((end)).'],
    ['a {{#if date}} b', '{{#if date}} looks like a marker and is none.', 'Write ((if date)).'],
    [
      'a [elsif date] b',
      '[elsif date] looks like a marker and is none.',
      'There is no else if: write ((else)), then ((if field name)), and two ((end)).',
    ],
    [
      'a ____ b',
      '____ looks like a marker and is none.',
      'Write a field between double brackets, such as ((client name)).',
    ],
    [
      'a [why we ask] b',
      '[why we ask] looks like a marker and is none.',
      'If it is to be filled in, declare the field "why we ask" and write ((why we ask)). Otherwise put it in other words.',
    ],
    [
      'a [if it rains] b',
      '[if it rains] looks like a marker and is none.',
      'If it is to be filled in, declare the field "it rains" and write ((if it rains)). Otherwise put it in other words.',
    ],
  ])('%j is told in these words', (text, what, mend) => {
    const [fault] = inText(text);
    expect(fault).toMatchObject({ what, mend });
  });

  test('faults about the whole script are told in these words', () => {
    const faults = told(
      script({
        fields: { zzzzzz: 'shared', 'client nam': 'shared', date: field('date') },
        variants: [
          { id: 'a', text: '((zzzzzz)) ((client nam))', note: 'See ((x)).' },
          { id: 'a', text: 'x' },
        ],
        samples: [{ name: 's', values: { quite: 'x' } }],
      }),
    );
    expect(faults.map(({ path, what, mend }) => [path.join(' '), what, mend])).toEqual([
      [
        'fields zzzzzz',
        '"zzzzzz" is said to be shared, and the case sheet does not have it.',
        'Add "zzzzzz" to fields.yaml, or define it here.',
      ],
      [
        'fields client nam',
        '"client nam" is said to be shared, and the case sheet does not have it.',
        'Did you mean "client name"? Otherwise add "client nam" to fields.yaml, or define it here.',
      ],
      ['variants 1 id', 'Two variants are called "a".', 'Give each variant an id of its own; links lead to it.'],
      [
        'variants 0 note',
        'A note to the writer is shown as it stands; markers in it are not filled in.',
        'Say it without the double brackets.',
      ],
      ['fields date', 'No variant uses the field "date".', 'Write ((date)) where it belongs, or remove the field.'],
      [
        'samples 0 values quite',
        'The sample fills in "quite", which the script does not have.',
        'Correct the name, or remove the line.',
      ],
    ]);
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
    ['or else', 'reads as a threat', 'Say what you will do and from when, as a plain fact, or leave it out.'],
    [
      'null and void',
      'is a conclusion for a lawyer',
      'Describe what happened and what the agreement says, and leave the conclusion out.',
    ],
    ['our fault', 'may admit liability', 'Own what happened in plain words.'],
    ['toxic', 'labels a person', 'Describe what was said or done.'],
    ['Calm down', 'down', 'Say what you heard, and what happens next.'],
  ])('"%s" is told with what to write instead', (words, what, mend) => {
    const [warning, ...more] = warned(`one\n${words}.`);
    expect(more).toEqual([]);
    expect(warning).toMatchObject({ path: ['variants', 0, 'text'], lineInText: 1 });
    expect(warning?.what).toContain(`"${words}"`);
    expect(warning?.what).toContain(what);
    expect(warning?.mend).toContain(mend);
  });

  test('a warning names its place in the file', () => {
    const data = script({
      variants: [
        { channel: 'email', subject: 'A final warning', text: 'x', ifTheySay: [] },
        {
          text: 'y',
          ifTheySay: [
            { they: 'z', you: 'ok' },
            { they: 'z', you: 'or else' },
          ],
        },
      ],
    });
    expect(languageWarnings(data).map(({ path }) => path.join(' '))).toEqual([
      'variants 0 subject',
      'variants 1 ifTheySay 1 you',
    ]);
  });

  // Endings and small words within a rule; each of these is a form that people write.
  test.each([
    ['You will regret this', 'threat'],
    ['We shall sue', 'threat'],
    ['our lawyer', 'threat'],
    ['our solicitors', 'threat'],
    ['This breaches our agreement', 'lawyer'],
    ['unlawful', 'lawyer'],
    ['a breach of trust', 'lawyer'],
    ['You breached the contract', 'lawyer'],
    ['done illegally', 'lawyer'],
    ['fraud', 'lawyer'],
    ['libellous', 'lawyer'],
    ['slanderous', 'lawyer'],
    ['libel', 'lawyer'],
    ['slander', 'lawyer'],
    ['We accept responsibility for any losses', 'liability'],
    ['He admitted fault', 'liability'],
    ['We acknowledged the blame', 'liability'],
    ['She admits the blame', 'liability'],
    ['They accepted liability', 'liability'],
    ['a jerk', 'labels'],
    ['idiots', 'labels'],
    ['an abuser', 'labels'],
    ['abusers', 'labels'],
    ['a liar', 'labels'],
    ['liars', 'labels'],
    ['narcissistic', 'labels'],
    ['You are rude', 'labels'],
    ['You have been being very rude', 'labels'],
    ['Calm yourself down', 'calm down'],
    ["Don't get so upset", 'calm down'],
    ['dont be angry', 'calm down'],
  ])('%j: %s', (text, words) => {
    expect(warned(text).map(({ what }) => what)).toEqual([expect.stringContaining(words)]);
  });

  test.each(['apologise', 'apologize', 'apologised', 'apologises', 'apologising', 'apology', 'apologies', 'forgive'])(
    '%s is an apology',
    (word) => {
      expect(warned(`Sorry. I ${word}.`).map(({ what }) => what)).toEqual(['It apologises 2 times.']);
    },
  );

  test('a second apology is told where it stands, whichever side of an optional part is sent', () => {
    expect(warned('Sorry.\n((if a))x\n((else))y\nsorry\n((end))')).toMatchObject([
      {
        lineInText: 3,
        what: 'It apologises 2 times.',
        mend: 'Say sorry once, then say what is being done.',
      },
    ]);
    expect(warned('((if a))sorry, sorry((else))x((end)) ((a)) sorry')).toMatchObject([
      { what: 'It apologises 3 times.' },
    ]);
    expect(warned('((if a))sorry((end))')).toEqual([]);
  });

  test('finds a threat with a curly apostrophe too', () => {
    expect(warned('You’ll regret it.').map(({ what }) => what)).toEqual([expect.stringContaining('threat')]);
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
