import type { Content, Fact, Guide, Script, Source, Tree } from '../../../src/content/content.ts';

/** Content invented for the tests of care: as little as each test needs. */

const upkeep = { owner: 'Head of tests', reviewed: '2026-01-15', reviewEvery: 6 };

export const guide = (ref: string, more: Partial<Guide> = {}): Guide => {
  const [topic, slug] = ref.split('/') as [Guide['topic'], string];
  return {
    title: `The guide ${slug}`,
    summary: 'Made up.',
    order: 1,
    covers: [],
    beyond: [],
    aliases: [],
    related: { guides: [], outcomes: [] },
    ...upkeep,
    ref,
    file: `content/guides/${ref}.mdx`,
    topic,
    slug,
    scripts: [],
    trees: [],
    facts: [],
    hasMonths: false,
    ...more,
  };
};

export const script = (id: string, more: Partial<Script> = {}): Script => ({
  title: `The script ${id}`,
  summary: 'Made up.',
  topic: 'when-they-push',
  situations: [],
  useWhen: ['Always.'],
  doNotUseWhen: ['Never.'],
  approve: 'Nobody has to.',
  attach: [],
  next: ['Wait.'],
  covers: [],
  facts: [],
  aliases: [],
  fields: {},
  variants: [],
  samples: [],
  ...upkeep,
  id,
  file: `content/scripts/${id}.yaml`,
  ...more,
});

export const source = (id: string, points: readonly string[], more: Partial<Source> = {}): Source => ({
  title: `The document ${id}`,
  about: 'Made up.',
  order: 1,
  points: points.map((point) => ({ id: point, says: `Teaches ${point}.` })),
  ...upkeep,
  id,
  file: `content/sources/${id}.md`,
  ...more,
});

export const page = (id: string, more: Partial<Content['pages'][number]> = {}): Content['pages'][number] => ({
  title: `The page ${id}`,
  summary: 'Made up.',
  aliases: [],
  ...upkeep,
  id,
  file: `content/pages/${id}.mdx`,
  ...more,
});

export const fact = (id: string, more: Partial<Fact> = {}): Fact => ({
  title: `The fact ${id}`,
  says: 'Made up.',
  authorities: [{ name: 'Made up', address: 'https://made.example/up' }],
  checked: '2026-01-15',
  confirm: 'legal',
  review: '2027-01-15',
  id,
  country: 'gb',
  file: `content/facts/gb/${id}.yaml`,
  ...more,
});

export const tree = (id: string, guides: readonly string[], more: Partial<Tree> = {}): Tree => ({
  title: `The tree ${id}`,
  summary: 'Made up.',
  order: 1,
  version: 1,
  minutes: 1,
  have: [],
  aliases: [],
  questions: [],
  outcomes: [
    {
      id: 'only',
      rung: 'carry-on',
      headline: 'Carry on',
      why: 'Made up.',
      steps: [],
      checks: [],
      scripts: [],
      guides: guides.map((guide) => ({ guide, only: undefined })),
      lookAgain: { days: 1, at: 'Nothing.' },
      silentToClient: false,
      ends: false,
      refusesEnding: false,
      aliases: [],
    },
  ],
  retired: [],
  ...upkeep,
  id,
  file: `content/trees/${id}.yaml`,
  cases: [],
  ...more,
});

export const content = (more: Partial<Content>): Content => ({
  guides: [],
  scripts: [],
  trees: [],
  sources: [],
  pages: [],
  facts: [],
  situations: [],
  circumstances: [],
  safeguards: [],
  needs: [],
  vocabulary: {
    empty: [],
    filler: [],
    danger: [],
    people: [],
    tellers: ['they', 'me'],
    between: [],
    harmless: [],
    contractions: {},
    synonyms: [],
    notCovered: [],
  },
  danger: { lead: '/decide/safe/', told: [], harmless: [] },
  phrasings: new Map(),
  beyond: [],
  fields: {},
  topics: [],
  playbook: {
    name: 'The playbook',
    summary: 'Made up.',
    danger: { guide: 'danger/danger', script: 'leave-now', tell: ['manager'], leave: { guides: [], scripts: [] } },
    situationGroups: [],
    firstTree: 'fire',
    newPagesGoTo: 'danger',
    guideForm: false,
  },
  organisation: {
    company: '',
    people: Object.fromEntries(
      ['manager', 'exit', 'legal', 'hr', 'security', 'crisis', 'finance'].map((role) => [
        role,
        { role, name: '', contact: '' },
      ]),
    ),
    emergency: '112',
    country: 'gb',
    address: '',
    harmlessPage: 'https://weather.example/',
    feedback: '',
    edit: '',
    locale: 'en-GB',
    currency: 'GBP',
    framedBy: [],
    forMachines: true,
  },
  ...more,
});
