import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { parseArgs } from 'node:util';
import type { Content } from '../content/content.ts';
import { guideAddress, scriptAddress, treeAddress } from '../routes.ts';
import { tellingWhatCannotBeWritten } from './cannot-write.ts';
import { idOf } from '../content/id-of.ts';
import { layersOf, playbookLayer, playbookOnly } from '../content/layers.ts';
import { frontMatterOf, lastSubject, nextOrder, upkeepFrom } from '../import/to-guide.ts';
import { readContent } from '../content/read-content.ts';

/** What a starting file is made from. */
interface Start {
  readonly title: string;
  /** The file name without its ending, and the id in addresses. */
  readonly id: string;
  readonly topic: string;
  /** The folder of the layer it goes to. */
  readonly folder: string;
  /** Today, year-month-day. */
  readonly today: string;
  readonly content: Content;
}

/** A starting file: where it goes, what stands in it, and what its writer does next. */
interface StartingFile {
  readonly file: string;
  readonly text: string;
  readonly next: readonly string[];
}

/** A value as YAML, whatever signs stand in it. */
const quoted = (text: string): string => JSON.stringify(text);

const schemaLine = (folder: string, name: string): string => {
  const schemas = folder === playbookLayer.folder ? '..' : posix.relative(`${folder}/scripts`, playbookLayer.folder);
  return `# yaml-language-server: $schema=${schemas}/.schemas/${name}.schema.json`;
};

const look = (address: string): string =>
  `Run npm run check:content. It tells what is still missing. Then npm run dev shows the page at ${address}`;

function guide({ title, id, topic, folder, today, content }: Start): StartingFile {
  const ref = `${topic}/${id}`;
  const summary = 'Write here: what the reader will be able to do, in one or two sentences.';
  const tree = content.trees[0];
  return {
    file: `${folder}/guides/${ref}.mdx`,
    text: `---
${frontMatterOf({ title, summary, order: nextOrder(content, topic), beyond: lastSubject(content), today })}---

**Use this if** Write here: what has happened, in one sentence. Say in another when to read a different page.

## Do this first

1. Write here: the first thing to do, today.
2. Write here: the next. Say what someone does who is not allowed to decide alone.

## Say this

> Write here: a sentence to say aloud. For anything longer, write a script and put it here.

## Do not

- Write here: what makes it worse.

## Next

1. Write here: what to do on the days after, as steps, a table or a timeline.

## If you’re employed, freelance or a manager

- **Employed:** Write here: what to bring to your manager, and what not to promise.
- **Freelance:** Write here: who can help you.
- **A manager:** Write here: what your team needs from you.

## If that does not work

- Write here: where to go next, with at most three links.${tree ? ` [${tree.title}](${treeAddress(tree.id)})` : ''}

<Why>

Write here: why this works, in one paragraph.

</Why>
`,
    next: [
      'Open the file and put your own words wherever it says "Write here". 300 to 800 words are enough.',
      'Name the points of the documents that it carries under "covers", or the subject it answers under "beyond".',
      'Lead readers to it: name it under "related" in another guide, or in an outcome or a situation.',
      look(guideAddress(ref)),
    ],
  };
}

function script({ title, id, topic, folder, today }: Start): StartingFile {
  return {
    file: `${folder}/scripts/${id}.yaml`,
    text: `${schemaLine(folder, 'script')}
title: ${quoted(title)}
summary: "Write here: what it is for, in one sentence."
topic: ${topic}
# Ids of content/situations.yaml in which it helps.
situations: []
useWhen:
  - "Write here: when to use it."
doNotUseWhen:
  - They have threatened you or someone on your team. Leave, tell someone, and let someone else write.
approve: "Write here: who has to agree before it goes out, or that nobody has to."
next:
  - "Write here: what to do after it went out, and by when."
# The points of the documents that the words follow, such as negotiation/concrete-ask.
covers: []
# Words that readers search for and the page does not use.
aliases: []
# Every field stands in the words below as a marker, such as ((contact name)).
# "shared" takes a field over from content/fields.yaml.
fields:
  contact name: shared
  topic:
    kind: text
    label: What it is about
    example: the opening hours on the home page
  answer by:
    kind: date
    label: Answer by
    help: A working day, about a week from now.
    example: "2026-12-11"
  sender name: shared
variants:
  - id: email-warm
    channel: email
    tone: warm
    subject: "((topic)): your answer by ((answer by))"
    text: |-
      Hello ((contact name)),

      I am writing to you about ((topic)).

      Write here: what you ask for, in one or two sentences. Could you let me know by ((answer by))?

      Kind regards
      ((sender name))
  - id: phone-warm
    channel: phone
    tone: warm
    text: |-
      Hello ((contact name)), this is ((sender name)).
      I'm calling about ((topic)).
      Write here: what you ask for, in one sentence.
      Could you let me know by ((answer by))?
    ifTheySay:
      - they: "I have no time now."
        you: "When may I call again today?"
# Invented fillings. Tests fill the words with each.
samples:
  - name: An agency asks a client
    values:
      contact name: Ms Okafor
      topic: the opening hours on the home page
      answer by: "2026-12-11"
      sender name: Ana Brandt
  - name: A freelancer asks a client
    values:
      contact name: Tom
      topic: the second round of drawings
      answer by: "2026-12-04"
      sender name: Bo Lindqvist
${upkeepFrom(today)}`,
    next: [
      'Open the file and put your own words wherever it says "Write here". Remove the fields that you do not use.',
      `Lead readers to it: write <Script id="${id}" /> in a guide, or name it under "scripts" in an outcome of a tree.`,
      `Run npx vitest run tests/playbook/scripts.test.ts -u, and read what the script says with its samples in tests/content/golden/${id}.`,
      look(scriptAddress(id)),
    ],
  };
}

function tree({ title, id, folder, today, content }: Start): StartingFile {
  const order = Math.max(0, ...content.trees.map((other) => other.order)) + 1;
  const { guide: danger, script } = content.playbook.danger;
  const leaveNow = content.scripts.some((other) => other.id === script);
  // Every outcome needs a guide that exists; the editor puts the right one in its place.
  const firstGuide = content.guides.find((other) => other.ref === danger)?.ref ?? content.guides[0]?.ref ?? danger;
  const guideOf = content.guides.find((other) => other.ref !== danger)?.ref ?? firstGuide;
  return {
    file: `${folder}/trees/${id}.yaml`,
    text: `${schemaLine(folder, 'tree')}
title: ${quoted(title)}
summary: "Write here: what the reader gets from it, in one or two sentences."
order: ${order}
version: 1
minutes: 3
# What to have at hand before beginning.
have: []
# Words that readers search for and the page does not use.
aliases: []

# The first question is where it begins. At most ten questions on any way.
questions:
  - id: danger
    ask: Is anyone in danger, or afraid?
    why: Safety comes before work, money and contract. Fear counts even when no one can prove anything.
    find: Ask everyone who deals with the client, one at a time.
    answers:
      - id: danger
        text: "Yes: someone was threatened or hurt, or is afraid"
        to: leave-now
        reason: Someone on our side was threatened or hurt, or is afraid.
        speaks: leave
      - id: safe
        text: "No: no one is in danger, and no one is afraid"
        to: first-question
        reason: No one on our side is in danger or afraid.
        speaks: stay
      - id: unsure
        text: I don't know
        to: leave-now
        unknown: true

  - id: first-question
    ask: "Write here: the question?"
    why: "Write here: why it is asked."
    find: "Write here: where to find it out."
    answers:
      - id: first-answer
        text: "Write here: the first answer"
        to: first-outcome
      - id: second-answer
        text: "Write here: the second answer"
        to: second-outcome
      - id: unsure
        text: I don't know
        to: first-outcome
        unknown: true

outcomes:
  - id: leave-now
    rung: stop-now
    headline: Get everyone to safety, and tell someone now
    why: No one has to stay with someone who threatens or frightens them. All else can wait.
    steps:
      - do: Leave, or end the call. You need to give no reason.
        who: Everyone who is there
        when: now
      - do: Tell your manager what happened. Write down the words, the time and who was there.
        who: The person it happened to
        when: today
${leaveNow ? `    scripts: [{ id: ${script} }]` : '    noScript: "Write here: why no script helps, or name one under scripts."'}
    guides:
      - ${firstGuide}
    lookAgain:
      days: 1
      at: Whether everyone is safe, and who speaks to the client from now on.

  - id: first-outcome
    rung: repair-our-part
    headline: "Write here: what to do"
    why: "Write here: why this is the way, in two or three sentences."
    steps:
      - do: "Write here: one thing to do."
        who: You
        when: today
    checks: []
    noScript: "Write here: why no script helps, or name one under scripts."
    # Put the guide here that helps. This one is only an example.
    guides:
      - ${guideOf}
    lookAgain:
      days: 14
      at: "Write here: what to look at on that day."

  - id: second-outcome
    rung: carry-on
    headline: "Write here: what to do"
    why: "Write here: why this is the way, in two or three sentences."
    steps:
      - do: "Write here: one thing to do."
        who: You
        when: within two working days
    checks: []
    noScript: "Write here: why no script helps, or name one under scripts."
    # Put the guide here that helps. This one is only an example.
    guides:
      - ${guideOf}
    lookAgain:
      days: 30
      at: "Write here: what to look at on that day."

${upkeepFrom(today)}`,
    next: [
      'Open the file and put your own words wherever it says "Write here". Give questions, answers and outcomes ids of their own: they never change once the tree is published.',
      `Tell two or three worked cases in ${folder}/cases/${id}.yaml. Tests walk the tree with them.`,
      'Lead readers to it: name it as the tree of a situation, or link to it from a guide.',
      look(treeAddress(id)),
    ],
  };
}

const kinds = { guide, script, tree };

const usage = ({ topics, playbook }: Content): string => `Writes a starting file for a guide, a script or a tree.

  npm run new -- guide "They keep moving the date" --topic when-they-push
  npm run new -- script "Ask for a decision" --topic when-they-push
  npm run new -- tree "Should I take this job?"

The topics: ${topics.map(({ id }) => id).join(', ')}.
Without one, a guide or script goes to ${playbook.newPagesGoTo}.

It goes to your company's folder, if there is one; with --playbook to the playbook's own.`;

/** The longest title the site takes. */
const longestTitle = 70;

/** What was asked for. */
interface Asked {
  readonly kind: keyof typeof kinds;
  readonly title: string;
  readonly topic: string | undefined;
  /** Whether it is for the playbook's own layer. */
  readonly playbook: boolean;
}

/** Understands the command line, or says what is wrong with it. */
function understand(args: readonly string[], topics: Content['topics']): Asked | string {
  const options = { topic: { type: 'string' }, playbook: { type: 'boolean' } } as const;
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    return error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error);
  }
  const [kind = '', title = '', ...more] = parsed.positionals;
  const { topic, playbook = false } = parsed.values;
  if (!Object.hasOwn(kinds, kind)) return kind ? `"${kind}" is no guide, script or tree` : 'Say what to write';
  if (title.trim() === '') return `Say what the ${kind} is called`;
  if (more.length > 0) return 'Put the title between quotes';
  if (title.trim().length > longestTitle) return `The title is too long: at most ${longestTitle} characters`;
  if (idOf(title) === '') return 'The title needs a letter or a digit, as its file is named after it';
  if (topic !== undefined && kind === 'tree') return 'A tree has no topic';
  if (topic !== undefined && !topics.some(({ id }) => id === topic)) return `"${topic}" is no topic`;
  return { kind: kind as keyof typeof kinds, title: title.trim(), topic, playbook };
}

/**
 * The command. Never overwrites a file.
 * @param args what stands behind the command
 * @param root the project's root folder
 * @param today year-month-day
 * @param print takes what is to be told
 * @param layers the folders of content, the company's last
 * @returns the exit code: 1 when the file is there already, 2 when the command was not understood
 */
export function writeNew(
  args: readonly string[],
  root: string,
  today: string,
  print: (text: string) => void,
  layers = layersOf(root),
): number {
  const { content } = readContent(root, layers);
  const asked = args.includes('--help') ? '' : understand(args, content.topics);
  if (typeof asked === 'string') {
    print(asked ? `${asked}.\n\n${usage(content)}` : usage(content));
    return asked ? 2 : 0;
  }
  const layer = (asked.playbook ? playbookOnly : layers).at(-1) ?? playbookLayer;
  const { prefix } = content.organisation;
  if (layer.name === 'company' && prefix === undefined) {
    print(
      `Your pages need ids that never meet the playbook's. Write a line such as prefix: acme in ${layer.folder}/organisation.yaml, then this again.`,
    );
    return 1;
  }
  const topic = asked.topic ?? content.playbook.newPagesGoTo;
  // The ids of a company's own pages begin with its prefix.
  const id = layer.name === 'company' ? `${prefix}-${idOf(asked.title)}` : idOf(asked.title);
  const start = kinds[asked.kind]({ ...asked, topic, id, folder: layer.folder, today, content });
  const path = join(root, start.file);
  if (existsSync(path)) {
    print(`${start.file} is there already. Nothing was changed. Choose another title, or open that file.`);
    return 1;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, start.text, { flag: 'wx' });
  print(
    [
      `Written: ${start.file}`,
      ...(asked.topic === undefined && asked.kind !== 'tree'
        ? [`No topic was named, so it goes to ${topic}. To choose one, add --topic.`]
        : []),
      '',
      'What to do next:',
      ...start.next.map((step, index) => `${index + 1}. ${step}`),
    ].join('\n'),
  );
  return 0;
}

if (import.meta.main)
  process.exitCode = tellingWhatCannotBeWritten(() =>
    writeNew(process.argv.slice(2), process.cwd(), new Date().toISOString().slice(0, 10), console.log),
  );
