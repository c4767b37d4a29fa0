import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { override } from '../../src/cli/override.ts';
import { writeNew } from '../../src/cli/new.ts';
import { checkContent, contentWarnings, tellFaults } from '../../src/content/check-content.ts';
import { layersOf, playbookOnly } from '../../src/content/layers.ts';
import { readUpkeep } from '../../src/upkeep/read-upkeep.ts';
import { copyContent } from '../support/content-copy.ts';

// A small playbook with the example company's folder over it.

const copy = copyContent({ company: true });
const { root, read: text, write } = copy;
beforeAll(() => vi.stubEnv('COMPANY', ''));
afterEach(() => copy.restore());
afterAll(() => copy.drop());

/** Alters a file, and says on which line the new words stand. */
function alter(file: string, from: string | RegExp, to: string): number {
  const altered = text(file).replace(from, to);
  expect(altered, `${file} has ${String(from)}`).not.toBe(text(file));
  write(file, altered);
  return altered.slice(0, altered.indexOf(to)).split('\n').length;
}
const told = (): string => tellFaults(checkContent(root).faults);

describe('the layers', () => {
  test('are the playbook alone, a folder called company over it, or the folder that COMPANY names', () => {
    const folders = (environment: Record<string, string>) => layersOf(root, environment).map(({ folder }) => folder);
    expect(folders({})).toEqual(['content', 'company']);
    expect(folders({ COMPANY: 'none' })).toEqual(['content']);
    expect(folders({ COMPANY: '  ' })).toEqual(['content', 'company']);
    expect(folders({ COMPANY: './elsewhere/acme/' })).toEqual(['content', 'elsewhere/acme']);
    expect(folders({ COMPANY: join(root, '../acme') })).toEqual(['content', '../acme']);
    copy.remove('company');
    expect(folders({})).toEqual(['content']);
  });

  test('of the example company fit, and leave the playbook as it is', () => {
    expect(checkContent(root).faults).toEqual([]);
    const alone = checkContent(root, { layers: playbookOnly }).content;
    copy.remove('company');
    expect(checkContent(root).content).toEqual(alone);
  });
});

describe('over the playbook', () => {
  test('a file of the same path stands in, others are added', () => {
    const { content } = checkContent(root);
    const guide = (ref: string) => content.guides.find((one) => one.ref === ref);
    expect(guide('ending-it-well/the-last-message')).toMatchObject({
      title: 'Say goodbye the Harbourlight way',
      file: 'company/guides/ending-it-well/the-last-message.mdx',
    });
    expect(guide('ending-it-well/tell-them')?.file).toBe('content/guides/ending-it-well/tell-them.mdx');
    expect(guide('harbour-clinics/calls-at-night')?.trees).toEqual(['harbour-night-call']);
    const tree = content.trees.find(({ id }) => id === 'harbour-night-call');
    expect(tree?.cases.map(({ id }) => id)).toEqual(['printer-at-midnight']);
  });

  test('lists are merged by id: what is written counts, the rest stays, new ones come last', () => {
    const { situations, topics, organisation, fields, vocabulary, playbook } = checkContent(root).content;
    const beneath = checkContent(root, { layers: playbookOnly }).content;
    const was = beneath.situations.find(({ id }) => id === 'shouting');
    expect(situations.find(({ id }) => id === 'shouting')).toEqual({ ...was, words: 'They shout at our people' });
    expect(situations.map(({ id }) => id)).toEqual([
      ...beneath.situations.map(({ id }) => id).filter((id) => id !== 'missed-meetings'),
      'harbour-ward-calls',
    ]);
    expect(playbook.situationGroups).toEqual([
      ...beneath.playbook.situationGroups.map((group) => (group.id === 'work' ? { ...group, title: 'Money and the job' } : group)),
      { id: 'harbour-wards', title: 'Wards' },
    ]);
    expect({ ...playbook, situationGroups: [] }).toEqual({ ...beneath.playbook, situationGroups: [] });
    expect(topics.at(-1)?.id).toBe('harbour-clinics');
    expect(topics.find(({ id }) => id === 'warning-signs')).toEqual({
      ...beneath.topics.find(({ id }) => id === 'warning-signs'),
      title: 'Early signs',
    });
    expect(organisation.people['legal']).toEqual({
      role: beneath.organisation.people['legal']?.role,
      name: 'Iwona Castellane',
      contact: 'ext. 17',
    });
    expect(organisation.people['harbour-clinic-lead']?.role).toBe('your clinic lead');
    expect(organisation.locale).toBe(beneath.organisation.locale);
    expect(Object.keys(fields)).toEqual([...Object.keys(beneath.fields), 'ward name']);
    expect(vocabulary.filler).toEqual([...beneath.vocabulary.filler, 'ward']);
    expect(vocabulary.danger).toEqual(beneath.vocabulary.danger);
  });

  test('a removed situation is gone from the scripts that suit it', () => {
    const suits = (layers = layersOf(root)) =>
      checkContent(root, { layers }).content.scripts.filter(({ situations }) => situations.includes('missed-meetings'));
    expect(suits(playbookOnly)).not.toEqual([]);
    expect(suits()).toEqual([]);
  });

  test('words and fields that nobody needs can be taken out', () => {
    const [word] = checkContent(root, { layers: playbookOnly }).content.vocabulary.filler;
    write('company/vocabulary.yaml', `filler: [{ remove: ${word} }]\n`);
    alter('company/fields.yaml', 'ward name:', 'spare name: { kind: text, label: Spare }\nward name:');
    alter('content/fields.yaml', /^/, 'nobody needs: { kind: text, label: Nobody }\n');
    alter('company/fields.yaml', 'spare name:', 'nobody needs: remove\nspare name:');
    const { content, faults } = checkContent(root);
    expect(faults).toEqual([]);
    expect(content.vocabulary.filler).not.toContain(word);
    expect(content.fields).not.toHaveProperty('nobody needs');
  });
});

interface Mistake {
  readonly name: string;
  readonly make: () => number | undefined;
  readonly file: string;
  readonly says: RegExp;
}

const replaced = 'company/guides/ending-it-well/the-last-message.mdx';
const mistakes: readonly Mistake[] = [
  {
    name: 'a file whose name resembles one of the playbook',
    make: () => {
      write('company/guides/ending-it-well/the-last-mesage.mdx', text(replaced));
      return 1;
    },
    file: 'company/guides/ending-it-well/the-last-mesage.mdx',
    says: /does not begin with harbour-[\s\S]*Did you mean guides\/ending-it-well\/the-last-message\.mdx[\s\S]*harbour-the-last-mesage/,
  },
  {
    name: 'a folder whose name resembles one of the playbook',
    make: () => (write('company/guide/ending-it-well/the-last-message.mdx', text(replaced)), undefined),
    file: 'company/guide/ending-it-well/the-last-message.mdx',
    says: /Nothing reads this file[\s\S]*company\/guides\/ending-it-well\/the-last-message\.mdx/,
  },
  {
    name: 'a list whose name resembles one of the playbook',
    make: () => (write('company/situation.yml', '[]\n'), undefined),
    file: 'company/situation.yml',
    says: /Nothing reads this file[\s\S]*company\/situations\.yaml/,
  },
  {
    name: 'a script of its own without the prefix',
    make: () => {
      write('company/scripts/night.yaml', text('company/scripts/harbour-answer-at-night.yaml'));
      alter('company/guides/harbour-clinics/calls-at-night.mdx', '<Script id="harbour-answer-at-night" />', '<Script id="harbour-answer-at-night" />\n\n<Script id="night" />');
      return 1;
    },
    file: 'company/scripts/night.yaml',
    says: /Call it harbour-night\b/,
  },
  {
    name: 'a situation of its own without the prefix',
    make: () => alter('company/situations.yaml', 'id: harbour-ward-calls', 'id: ward-calls'),
    file: 'company/situations.yaml',
    says: /Call it harbour-ward-calls/,
  },
  {
    name: 'a role of its own without the prefix',
    make: () => {
      alter('company/guides/harbour-clinics/calls-at-night.mdx', 'role="harbour-clinic-lead"', 'role="clinic-lead"');
      return alter('company/organisation.yaml', '  harbour-clinic-lead:', '  clinic-lead:');
    },
    file: 'company/organisation.yaml',
    says: /Call it harbour-clinic-lead/,
  },
  {
    name: 'a prefix that ids of the playbook have',
    make: () => alter('company/organisation.yaml', 'prefix: harbour', 'prefix: late'),
    file: 'company/organisation.yaml',
    says: /begin with late- too[\s\S]*another prefix/,
  },
  {
    name: 'the removal of what is not there',
    make: () => alter('company/situations.yaml', 'id: missed-meetings', 'id: missed-meeting') && 1,
    file: 'company/situations.yaml',
    says: /nothing to remove[\s\S]*missed-meetings/,
  },
  {
    name: 'the removal of a role that guides name',
    make: () => alter('company/organisation.yaml', '  legal:\n    name: Iwona Castellane\n    contact: ext. 17', '  legal: remove'),
    file: 'company/organisation.yaml',
    says: /legal cannot be removed: 5 files need it, company\/guides\/\S+ first[\s\S]*Take this entry out/,
  },
  {
    name: 'the removal of a topic with guides in it',
    make: () => alter('company/topics.yaml', 'title: Early signs', 'remove: true') - 1,
    file: 'company/topics.yaml',
    says: /warning-signs cannot be removed/,
  },
  {
    name: 'the removal of a field that scripts share',
    make: () => alter('company/fields.yaml', 'ward name:', 'contact name: remove\nward name:'),
    file: 'company/fields.yaml',
    says: /contact name cannot be removed: \d+ files/,
  },
  {
    name: 'the removal of a subject that guides answer',
    make: () => (write('company/beyond.yaml', '- id: danger\n  remove: true\n'), 1),
    file: 'company/beyond.yaml',
    says: /danger cannot be removed/,
  },
  {
    name: 'an id that stands twice',
    make: () => alter('company/situations.yaml', '- id: harbour-ward-calls', '- id: shouting\n- id: harbour-ward-calls'),
    file: 'company/situations.yaml',
    says: /shouting stands here twice/,
  },
  {
    name: 'a wrong value in an entry that is merged',
    make: () => alter('company/situations.yaml', '  words: They shout at our people', '  words: 7'),
    file: 'company/situations.yaml',
    says: /words/,
  },
  {
    name: 'a wrong key in a role that is merged',
    make: () => alter('company/organisation.yaml', '    contact: ext. 17', '    kontact: ext. 17'),
    file: 'company/organisation.yaml',
    says: /kontact is not a known key/,
  },
  {
    name: 'a reference that leads nowhere, in a list that is merged',
    make: () => alter('company/situations.yaml', '  tree: harbour-night-call', '  tree: harbour-night-calls'),
    file: 'company/situations.yaml',
    says: /harbour-night-calls names no tree/,
  },
  {
    name: 'a link that leads nowhere, in a guide of its own',
    make: () => alter(replaced, /$/, '\n[Gone](/scripts/gone/)\n') + 1,
    file: replaced,
    says: /\/scripts\/gone\/ leads nowhere/,
  },
  {
    name: 'a file that the playbook no longer has',
    make: () => (copy.remove('content/guides/ending-it-well/the-last-message.mdx'), 1),
    file: replaced,
    says: /no longer has[\s\S]*harbour-the-last-message, or delete it/,
  },
  {
    name: 'a list of what files were made from that cannot be read',
    make: () => (write('company/overrides.yaml', '- nothing\n'), 1),
    file: 'company/overrides.yaml',
    says: /npm run override/,
  },
];

describe('what does not fit', () => {
  test.each(mistakes)('$name is told with file, line, layer and the mend', ({ make, file, says }) => {
    const line = make();
    const { faults } = checkContent(root);
    const found = faults.filter((fault) => fault.file === file && says.test(`${fault.what}\n${fault.mend}`));
    expect(found, tellFaults(faults)).toHaveLength(1);
    expect(found[0]?.line).toBe(line);
    expect(found[0]?.layer).toBe('company');
    expect(tellFaults(faults)).toContain("(company's layer)");
  });

  test('a mistake in a list is told there alone', () => {
    alter('company/organisation.yaml', "emergency: '999'", "emergency: ''");
    alter('company/situations.yaml', '  tree: harbour-night-call', '  trea: harbour-night-call');
    const files = new Set(checkContent(root).faults.map(({ file }) => file));
    expect(files).toEqual(new Set(['company/organisation.yaml', 'company/situations.yaml']));
  });

  test('ids of its own without a prefix for them', () => {
    alter('company/organisation.yaml', 'prefix: harbour\n', '');
    expect(told()).toMatch(/no prefix for ids of its own[\s\S]*prefix: acme in company\/organisation\.yaml/);
  });

  test('an empty folder, and one that COMPANY names and nobody made', () => {
    copy.remove('company');
    mkdirSync(join(root, 'company'));
    expect(told()).toMatch(/^company \(company's layer\)\n.*no content in it[\s\S]*organisation\.yaml/);
    const { faults } = checkContent(root, { layers: layersOf(root, { COMPANY: 'nowhere' }) });
    expect(faults.map(({ file, what }) => [file, what])).toEqual([['nowhere', expect.stringContaining('does not exist')]]);
  });
});

describe('values of organisation.yaml', () => {
  test.each([
    ['locale', 'en_GB', /hyphen, such as en-GB/],
    ['locale', 'english', /hyphen, such as en-GB/],
    ['locale', 'en-ZZ', /such as en-GB/],
    ['currency', 'ZZZ', /no currency that exists/],
    ['currency', 'pounds', /three capital letters/],
    ['feedback', 'playbook@harbourlight.example', /mailto:/],
    ['edit', 'https://git.harbourlight.example/', /\{path\}/],
    ['emergency', '', /number to call/],
    ['country', 'uk', /two small letters/],
  ])('%s: %s is refused once, with the mend', (key, value, says) => {
    write('company/organisation.yaml', text('company/organisation.yaml').replace(new RegExp(`^${key}: .*\n`, 'm'), ''));
    const line = alter('company/organisation.yaml', /$/, `${key}: "${value}"\n`);
    const { faults } = checkContent(root);
    expect(faults, tellFaults(faults)).toHaveLength(1);
    expect(faults[0]).toMatchObject({ file: 'company/organisation.yaml', line });
    expect(`${faults[0]?.what} ${faults[0]?.mend}`).toMatch(says);
  });

  test.each(['de-AT', 'en-US', 'zh-Hant-TW'])('locale %s is taken', (locale) => {
    alter('company/organisation.yaml', /$/, `locale: ${locale}\n`);
    expect(checkContent(root).faults).toEqual([]);
  });
});

describe('facts of a company', () => {
  const sorry = 'title: Our rule\nsays: Ask.\nauthorities:\n  - { name: Us, address: https://us.example/rule }\nchecked: 2026-11-20\nconfirm: legal\nreview: 2027-01-01\n';

  test('stand in for those of the same country, and answer for others under the same id', () => {
    write('company/facts/gb/apology.yaml', sorry);
    write('company/facts/je/apology.yaml', sorry);
    const { content, faults } = checkContent(root);
    expect(faults).toEqual([]);
    const apology = content.facts.filter(({ id }) => id === 'apology');
    expect(apology.map(({ country, title }) => `${country}: ${title}`)).toEqual(['gg: Saying sorry in Guernsey', 'gb: Our rule', 'je: Our rule'].sort());
  });

  test('that no country has begin with its prefix', () => {
    write('company/facts/gg/tides.yaml', sorry);
    expect(told()).toContain("company/facts/gg/tides.yaml:1 (company's layer)\n  tides is not the playbook's, and does not begin with harbour-.");
  });

  test('need the role that confirms them, so it cannot be removed', () => {
    write('company/guides/ending-it-well/the-last-message.mdx', text('company/guides/ending-it-well/the-last-message.mdx').replace(/<Who role="security" \/>/g, 'someone'));
    alter('company/organisation.yaml', 'people:\n', 'people:\n  security: remove\n');
    expect(told()).toMatch(/security cannot be removed: \d+ files need it/);
  });
});

describe('worked cases', () => {
  const cases = 'cases/fire.yaml';
  const warnings = () => contentWarnings(checkContent(root)).map(({ file, line, what, mend }) => ({ file, line, what, mend }));
  /** The company's own tree, with another way for who was paid late more than once. */
  const ownTree = (to: string): void => {
    override(['trees/fire.yaml'], root, () => undefined);
    alter('company/trees/fire.yaml', 'to: step-back', `to: ${to}`);
    alter('company/trees/fire.yaml', /(?<=first time\n +)to: ask-them/, 'to: step-back');
  };

  test('of the playbook that end elsewhere in a tree of its own are told until the company says so itself', () => {
    expect(warnings()).toEqual([]);
    ownTree('ask-them');
    const line = text(`content/${cases}`).split('\n').indexOf('  outcome: step-back') + 1;
    const what =
      'The answers of the case "Three late bills" lead to "Ask them what holds it up" (ask-them), and it says "Step back from the work" (step-back).';
    const mend = 'If that is right now, give the case the new result (outcome: ask-them) and see that its story fits; otherwise alter company/trees/fire.yaml.';
    const copyFirst = 'First make a copy of the cases for your company (npm run override -- cases/fire.yaml). ';
    expect(warnings()).toEqual([{ file: `content/${cases}`, line, what, mend: copyFirst + mend }]);
    expect(checkContent(root).faults).toEqual([]);
    override([cases], root, () => undefined);
    expect(warnings()).toEqual([{ file: `company/${cases}`, line, what, mend }]);
    alter(`company/${cases}`, 'outcome: step-back', 'outcome: ask-them');
    expect(warnings()).toEqual([]);
  });

  test('whose answers end at a question are told', () => {
    alter(`content/${cases}`, ', pattern: often }', ' }');
    expect(warnings()[0]?.what).toBe(
      'The answers of the case "Three late bills" do not reach "Step back from the work" (step-back), where it says that they lead: they end at the question "Have they paid late before?" (pattern).',
    );
  });

  test('that name no outcome of the tree are a fault, as their page could lead nowhere', () => {
    alter(`content/${cases}`, 'outcome: step-back', 'outcome: step-bakc');
    expect(told()).toContain('The case "Three late bills" ends at "step-bakc", which is no outcome of content/trees/fire.yaml.');
    expect(told()).toContain('did you mean "step-back"?');
  });

  test('of a tree with faults are not judged', () => {
    ownTree('nowhere');
    expect(warnings()).toEqual([]);
  });
});

describe('npm run override', () => {
  const run = (...args: string[]) => {
    const said: string[] = [];
    return { code: override(args, root, (words) => said.push(words)), said: said.join('\n') };
  };
  const states = () => readUpkeep(root, '2026-11-24').report.overrides.map(({ file, state }) => [file, state]);
  const paying = 'guides/when-they-push/paying-late.mdx';

  test('copies a file, and upkeep tells when the one beneath changes, until it is run again', () => {
    run('guides/ending-it-well/the-last-message.mdx');
    const { code, said } = run(`content/${paying}`);
    expect(code).toBe(0);
    expect(said).toContain(`company/${paying}`);
    expect(text(`company/${paying}`)).toBe(text(`content/${paying}`));
    expect(states()).toEqual([[`company/${paying}`, 'same']]);
    alter(`company/${paying}`, /^title: .*/m, 'title: Ours');
    expect(states()).toEqual([]);
    alter(`content/${paying}`, /^title: .*/m, 'title: Better');
    expect(states()).toEqual([[`company/${paying}`, 'changed']]);
    expect(run(paying).said).toContain('is there already');
    expect(text(`company/${paying}`)).toContain('title: Ours');
    expect(states()).toEqual([]);
    expect(checkContent(root).faults).toEqual([]);
  });

  describe('--changes', () => {
    const before = '-title: They pay late\n+title: Better';
    const change = () => {
      run('guides/ending-it-well/the-last-message.mdx', paying);
      cpSync(join(root, 'content'), join(root, 'old/content'), { recursive: true });
      alter(`content/${paying}`, /^title: .*/m, 'title: Better');
    };

    test('shows what has changed, by the folder of an earlier release', () => {
      change();
      for (const old of ['old', 'old/content', join(root, 'old')]) {
        const { code, said } = run('--changes', '--old', old);
        expect(said).toContain(`content/${paying}, since yours was made from it:\n\n@@ -1,`);
        expect(said).toContain(before);
        expect(said).not.toContain('the-last-message');
        expect(code).toBe(0);
      }
      expect(run('--changes', '--old', 'old', 'guides/ending-it-well/the-last-message.mdx').said).toContain('is as it was');
      expect(states()).toEqual([[`company/${paying}`, 'changed']]);
    });

    test('by what git knows', () => {
      const git = (...args: string[]) =>
        execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.com', '-c', 'commit.gpgsign=false', ...args], { cwd: root, stdio: 'ignore' });
      git('init');
      git('add', 'content');
      git('commit', '-m', 'one');
      change();
      git('commit', '-am', 'two');
      alter(`content/${paying}`, 'title: Better', 'title: Best');
      const { code, said } = run('--changes', paying);
      expect(said).toContain('-title: They pay late\n+title: Best');
      expect(code).toBe(0);
      copy.remove('.git');
    });

    test('says so where nobody knows what the file said', () => {
      change();
      vi.stubEnv('GIT_DIR', join(root, 'none'));
      expect(run('--changes')).toMatchObject({ code: 1, said: expect.stringContaining(`content/${paying} has changed, and what it said git does not know here`) as string });
      vi.stubEnv('GIT_DIR', undefined);
      alter(`old/content/${paying}`, /^title: .*/m, 'title: Another');
      expect(run('--changes', '--old', 'old')).toMatchObject({ code: 1, said: expect.stringContaining('old does not have. Name the folder') as string });
      expect(run('--changes', 'guides/when-they-push/paying-laet.mdx')).toMatchObject({ code: 2, said: expect.stringContaining('Did you mean') as string });
      expect(run('--old', 'old').code).toBe(2);
    });

    test('says so where nothing has', () => {
      run('guides/ending-it-well/the-last-message.mdx');
      expect(run('--changes')).toEqual({ code: 0, said: 'Nothing has changed beneath your own files.' });
    });
  });

  test('upkeep tells of a file that nobody wrote down', () => {
    copy.remove('company/overrides.yaml');
    expect(states()).toEqual([[replaced, 'unknown']]);
  });

  test('other line endings are no change', () => {
    run('guides/ending-it-well/the-last-message.mdx');
    write('content/guides/ending-it-well/the-last-message.mdx', text('content/guides/ending-it-well/the-last-message.mdx').replaceAll('\n', '\r\n'));
    expect(states()).toEqual([]);
  });

  test.each([
    [['guides/when-they-push/paying-laet.mdx'], /no file content\/guides\/when-they-push\/paying-laet\.mdx/],
    [['situations.yaml'], /merged with yours, not replaced/],
    [[], /npm run override -- guides/],
    [['--wrong'], /npm run override -- guides/],
  ])('%j is not understood, and nothing is written', (args, says) => {
    const before = text('company/overrides.yaml');
    const { code, said } = run(...args);
    expect(code).toBe(2);
    expect(said).toMatch(says);
    expect(text('company/overrides.yaml')).toBe(before);
  });
});

describe("a company's own", () => {
  const said: string[] = [];
  const create = (...args: string[]) => writeNew(args, root, '2026-11-24', (words) => said.push(words));
  /** Faults but for those of pages that are begun and not written, and of those that nothing leads to. */
  const faults = () => checkContent(root, { drafts: 'shown' }).faults.map(({ file, what, mend }) => `${file}: ${what} ${mend}`);

  test('guide, script and tree go to its folder, under its prefix', () => {
    expect(create('guide', 'Keys and doors', '--topic', 'harbour-clinics')).toBe(0);
    expect(create('script', 'Ask for a key', '--topic', 'harbour-clinics')).toBe(0);
    expect(create('tree', 'May we go in?')).toBe(0);
    const { content } = checkContent(root, { drafts: 'shown' });
    expect(content.guides.map(({ file }) => file)).toContain('company/guides/harbour-clinics/harbour-keys-and-doors.mdx');
    expect(content.scripts.map(({ file }) => file)).toContain('company/scripts/harbour-ask-for-a-key.yaml');
    expect(content.trees.map(({ file }) => file)).toContain('company/trees/harbour-may-we-go-in.yaml');
    alter('company/guides/harbour-clinics/harbour-keys-and-doors.mdx', /$/, '\n<Script id="harbour-ask-for-a-key" />\n\n<Tree id="harbour-may-we-go-in" />\n');
    expect(faults()).toEqual([]);
  });

  test('with --playbook they go to the playbook', () => {
    expect(create('guide', 'For everybody', '--topic', 'when-they-push', '--playbook')).toBe(0);
    expect(checkContent(root, { layers: playbookOnly, drafts: 'shown' }).content.guides.map(({ ref }) => ref)).toContain('when-they-push/for-everybody');
  });

  test('need a prefix first', () => {
    alter('company/organisation.yaml', 'prefix: harbour\n', '');
    expect(create('guide', 'Keys and doors', '--topic', 'when-they-push')).toBe(1);
    expect(said.at(-1)).toContain('prefix: acme in company/organisation.yaml');
  });

  test('topic is an entry and a folder', () => {
    alter('company/topics.yaml', /^/, '- id: harbour-schools\n  title: When a school is the client\n  says: Terms and holidays.\n');
    expect(create('guide', 'Before the holidays', '--topic', 'harbour-schools')).toBe(0);
    expect(faults()).toEqual([]);
    expect(checkContent(root).content.topics.at(-2)?.id).toBe('harbour-schools');
  });

  test('role is an entry, and guides name it', () => {
    alter('company/organisation.yaml', 'people:\n', 'people:\n  harbour-night-desk:\n    role: the night desk\n');
    alter('company/guides/harbour-clinics/calls-at-night.mdx', 'role="harbour-clinic-lead"', 'role="harbour-night-desk"');
    expect(faults()).toEqual([]);
    alter('company/guides/harbour-clinics/calls-at-night.mdx', 'role="harbour-night-desk"', 'role="harbour-nite-desk"');
    expect(faults().join()).toMatch(/harbour-nite-desk[\s\S]*harbour-night-desk/);
  });
});
