import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { NoAnswer } from '../../src/cli/terminal.ts';
import { currencyIn, setUp } from '../../src/cli/set-up.ts';
import { checkContent } from '../../src/content/check-content.ts';
import { layersOf } from '../../src/content/layers.ts';
import { siteAddress } from '../../src/content/site-address.ts';
import { answering } from '../support/answers.ts';
import { copyContent } from '../support/content-copy.ts';

const copy = copyContent();
// Something of the playbook's that only holds in its own country.
beforeAll(() => {
  copy.change('content/organisation.yaml', /role: "a crisis line"\n {4}name: ""/, 'role: "a crisis line"\n    name: Nightbell');
});
afterEach(() => {
  if (existsSync(join(copy.root, 'company'))) copy.remove('company');
});
afterAll(copy.drop);

/** Enter, so many times. */
const enter = (times: number): string[] => Array.from({ length: times }, () => '');
/** Everybody of organisation.yaml, each with a name and a contact. */
const people = enter(14);
const company = { COMPANY: 'company' };

async function run(answers: readonly string[], ...args: string[]) {
  const { terminal, said } = answering(answers);
  const code = await setUp(args, copy.root, terminal, {}).catch((error: unknown) => {
    if (error instanceof NoAnswer) return 'broken off';
    throw error;
  });
  return { code, said: said() };
}

const first = [
  ...['Example & Söhne: Ltd', '', '', 'Ireland', '', 'eur', '112', 'intranet.example/playbook', '', 'help@example.com'],
  ...enter(4),
  ...['Jo Field', 'ext. 42'],
  ...enter(8),
];

describe('npm run set-up', () => {
  test('writes what differs from the playbook, and nothing else, as the check wants it', async () => {
    const { code, said } = await run([...first, 'yes']);
    expect(said).toContain('  + company: "Example & Söhne: Ltd"');
    expect(copy.read('company/organisation.yaml').replace(/^#.*\n/gm, '')).toBe(`
company: "Example & Söhne: Ltd"
prefix: example
country: ie
locale: en-IE
currency: EUR
emergency: "112"
address: https://intranet.example/playbook
feedback: mailto:help@example.com
people:
  legal:
    name: Jo Field
    contact: ext. 42
  crisis:
    name: ""
`);
    expect(existsSync(join(copy.root, 'company/playbook.yaml'))).toBe(false);
    expect(said).toContain('The content is sound');
    expect(said).toContain('What to do next:\n1. Run npm start');
    expect(code).toBe(0);
    expect(siteAddress(copy.root, company)).toEqual({ site: 'https://intranet.example', base: '/playbook/' });
    // For one build, settings say otherwise, and then they alone count.
    expect(siteAddress(copy.root, { ...company, BASE_PATH: '/play/' })).toEqual({ site: undefined, base: '/play/' });
  });

  test('once more, it offers what is there; comments, order, quotes and line endings stay, and one line changes', async () => {
    const before = [
      '# mine',
      'company: Example Ltd    # our name',
      'prefix: example',
      '',
      '# whom people call',
      'people:',
      '  legal: { name: Jo Field, contact: "ext. 42" } # since May',
      '  hr:',
      "    contact: 'hr@example.com'",
      '',
      '',
      'emergency: "999"   # ours',
      '# the end',
      '',
    ];
    copy.write('company/organisation.yaml', before.join('\r\n'));
    // The short name is there, so it is not asked again.
    const { code, said } = await run([...enter(9), ...enter(5), 'ext. 43', ...enter(8), 'yes']);
    expect(code).toBe(0);
    expect(said).toContain('[Example Ltd] > ');
    expect(said).toContain('[ext. 42] > ext. 43');
    const after = before.map((line) => line.replace('42', '43'));
    expect(copy.read('company/organisation.yaml').split('\r\n')).toEqual(after);
    expect(said.match(/^ {2}[-+] .*$/gm)).toEqual([`  - ${before[6]}`, `  + ${after[6]}`]);

    const again = await run([...enter(9), ...people]);
    expect(again).toMatchObject({ code: 0, said: expect.stringContaining('Nothing changes') as string });
  });

  test('a name for the site goes into playbook.yaml; a hyphen empties what is there', async () => {
    copy.write('company/organisation.yaml', 'company: Example Ltd\nprefix: example\npeople:\n  hr:\n    name: Bo\n');
    await run(['', 'Our Handbook', ...enter(7), ...enter(6), '-', ...enter(7), 'y']);
    expect(copy.read('company/playbook.yaml')).toContain('\nname: Our Handbook\n');
    expect(copy.read('company/organisation.yaml')).toContain('name: ""');
  });

  test.each([
    [3, 'Freedonia', 'is no country. Write its code in two small letters, such as gb, ie or us.'],
    [3, 'dd', 'is no country'],
    [4, 'english', 'is no language and country. Write them with a hyphen, such as en-GB.'],
    [5, 'money', 'is no currency. Write three capital letters, such as GBP.'],
    [5, 'XYZ', 'is no currency that exists'],
    [1, 'United Kingdom', 'is no short name: small letters, digits and single hyphens only. If you mean it, type united-kingdom.'],
    [1, '€', '“€” is no short name: small letters, digits and single hyphens only.'],
    [6, '€', '"€" is no number. Write the one to call when a life is in danger, such as 112.'],
    [6, '-', 'It is empty. Write the number to call when a life is in danger, such as 112.'],
    [7, 'https://intranet.example/Play Book/', 'is no address of a site'],
    [8, 'mailto:a@b.example', 'is no address of a page'],
    [9, 'the front desk', 'is no address. Write mailto: and a mail address'],
    [2, 'x'.repeat(41), 'is too long: 41 characters. At most 40 characters.'],
    [1, 'late', "begin with late-. Choose another."],
    [0, 'A\u200Bcme', 'a character in it that cannot be read'],
  ])('question %i refuses %j at once, in the words of the schema, and asks again', async (at, wrong, sentence) => {
    copy.write('content/scripts/late-note.yaml', copy.read('content/scripts/late-payment.yaml'));
    const right = ['Example Ltd', 'acme', ...enter(8)];
    const { code, said } = await run([...right.slice(0, at), wrong, ...right.slice(at)]);
    expect(said).toContain(sentence);
    expect(said.split(`\n${at + 1}/24`)).toHaveLength(2);
    expect(code).toBe('broken off');
    expect(existsSync(join(copy.root, 'company'))).toBe(false);
    copy.remove('content/scripts/late-note.yaml');
  });

  test('what only holds in another country is not kept by Enter', async () => {
    const { said } = await run(['', '', '', 'us', '', '', '', '911', ...enter(3), ...people, 'no']);
    expect(said).toContain('[en-US] > ');
    expect(said).toContain('[USD] > ');
    expect(said).toContain('It is empty. Write the number');
    expect(said).not.toContain('[Nightbell]');
  });

  test.each([
    ['ie', ['112', '999'], '112 (or 999)'],
    ['us', ['911'], '911'],
  ])('%s offers the numbers for danger to life that its fact has', async (country, numbers, offered) => {
    const file = `content/facts/${country}/emergency-numbers.yaml`;
    const same = numbers.map((number) => `  - { name: Emergency, number: "${number}" }\n`).join('');
    const fact = copy.read('content/facts/us/late-payment-interest.yaml');
    copy.write(file, `${fact.trimEnd()}\nnumbers:\n${same}  - { name: Police, number: "101" }\n`);
    const { said } = await run(['', '', '', country, ...enter(7), ...people, 'no']);
    copy.remove(file);
    expect(said).toContain(`[${offered}] > `);
    expect(said).toMatch(/\n {2}\+ emergency: "?\d/);
  });

  test('a country offers what it pays with, wherever it is', () => {
    expect(['ie', 'nz', 'li', 'im', 'zz'].map(currencyIn)).toEqual(['EUR', 'NZD', 'CHF', 'GBP', '']);
  });

  test.each([['euros', 'EUR'], ['€', 'EUR'], ['pounds', 'GBP'], ['Norwegian krone', 'NOK'], ['nok', 'NOK']])(
    'a currency may be called %j',
    async (said, code) => {
      expect((await run([...enter(5), said, ...enter(4)])).said).toContain(`> ${said}\n     Taken as ${code}`);
    },
  );

  test('before the last yes any question can be answered again; another country asks after what hangs on it', async () => {
    const again = ['0', '25', 'maybe', '16', 'ext. 43', '4', 'Norway', '', '', '112', '', '', '16', '', 'yes'];
    const { code, said } = await run([...first, ...again]);
    expect(said.split('Type yes, no, or the number of a question.')).toHaveLength(4);
    expect(said.slice(said.indexOf('> Norway')).match(/^\d+\/24|\[\S+\] >/gm)?.slice(0, 5)).toEqual(['5/24', '[en-NO] >', '6/24', '[NOK] >', '7/24']);
    expect(said).toContain('[ext. 43] > ');
    expect(code).toBe(0);
    const written = copy.read('company/organisation.yaml');
    expect(written).toContain('country: no\nlocale: en-NO\ncurrency: NOK\n');
    expect(written).toContain('contact: ext. 43');
  });

  test.each([['no', 1], ['', 'broken off']])('without a yes (%j) nothing is written', async (answer, expected) => {
    expect((await run([...first, answer])).code).toBe(expected);
    expect(existsSync(join(copy.root, 'company'))).toBe(false);
  });

  test('a file that cannot be read is named, and stays as it is', async () => {
    copy.write('company/organisation.yaml', 'company: "Example\n');
    expect(await run([])).toMatchObject({ code: 1, said: expect.stringContaining('We could not read company/organisation.yaml, line') as string });
    expect(copy.read('company/organisation.yaml')).toBe('company: "Example\n');
  });

  test('another folder is written, and the playbook’s own is refused', async () => {
    const { code, said } = await run([...first, 'yes'], 'ours');
    expect(code).toBe(0);
    expect(said).toContain('set COMPANY to ours');
    expect(checkContent(copy.root, { layers: layersOf(copy.root, { COMPANY: 'ours' }) }).content.organisation.country).toBe('ie');
    copy.remove('ours');
    expect((await run([], 'content')).code).toBe(2);
    expect(await run([], '--help')).toMatchObject({ code: 0, said: expect.stringContaining('npm run set-up -- FOLDER') as string });
  });
});

describe('at a real terminal’s end', () => {
  /** Starts the command, with a pipe in place of somebody who types. */
  const start = () => {
    const child = spawn(process.execPath, [resolve('src/cli/set-up.ts')], { cwd: copy.root, env: { ...process.env, COMPANY: '' } });
    let said = '';
    child.stdout.on('data', (data: Buffer) => (said += data.toString()));
    const ended = new Promise<number | null>((done) => child.once('close', done));
    return { child, ended, said: () => said };
  };

  test('answers may come from a file, all at once', async () => {
    const { child, ended, said } = start();
    child.stdin.end(`${[...first, 'yes'].join('\n')}\n`);
    expect(await ended, said()).toBe(0);
    expect(readFileSync(join(copy.root, 'company/organisation.yaml'), 'utf8')).toContain('currency: EUR');
  });

  test('the end of the input writes nothing', async () => {
    const { child, ended, said } = start();
    child.stdin.end(first.join('\n'));
    expect(await ended).toBe(1);
    expect(said()).toContain('Nothing was written.');
    expect(existsSync(join(copy.root, 'company'))).toBe(false);
  });

  test('Ctrl-C before the last yes writes nothing', async () => {
    const { child, ended, said } = start();
    child.stdin.write(`${first.join('\n')}\n`);
    await expect.poll(said).toContain('Write it?');
    child.kill('SIGINT');
    await ended;
    expect(existsSync(join(copy.root, 'company'))).toBe(false);
  });
});
