import { readContent } from '../../src/content/read-content.ts';
import { writeLink } from '../../src/tree/engine/link.ts';
import { indexTree, treeText } from '../../src/tree/engine/tree.ts';
import { must } from './must.ts';

/** The content of the playbook. */
export const { content } = readContent(process.cwd());

/** A tree of the content, with its worked cases. */
export type TreeOf = (typeof content.trees)[number];
/** A worked case. */
export type Story = TreeOf['cases'][number];

export const needed = must;

/** A guide that holds a tree, and that tree: what tests walk. */
export const guide = needed(
  content.guides.find(({ trees }) => trees.length > 0),
  'guide with a tree in it',
);
export const tree: TreeOf = needed(
  content.trees.find(({ id }) => guide.trees.includes(id)),
  'tree that a guide holds',
);

/** The outcome of a worked case. */
export const outcomeOf = (story: Story, of = tree): TreeOf['outcomes'][number] =>
  needed(
    of.outcomes.find(({ id }) => id === story.outcome),
    `outcome ${story.outcome}`,
  );
/** The worked cases of a tree that end in "stop now", or those that do not, the longest first. */
export const stories = (stop: boolean, of = tree): Story[] =>
  of.cases
    .filter((story) => (outcomeOf(story, of).rung === 'stop-now') === stop)
    .sort((a, b) => Object.keys(b.answers).length - Object.keys(a.answers).length);

/** The answers of a worked case. */
export const answersOf = (story: Story): Record<string, string[]> =>
  Object.fromEntries(Object.entries(story.answers).map(([id, given]) => [id, [given].flat()]));
/** The address, below the site's root, of a tree with the answers of a worked case, at one of its questions if named. */
export const linkTo = (story: Story, at: string | null = null, of = tree): string =>
  `decide/${of.id}/${writeLink(indexTree(treeText(of, content.circumstances)), answersOf(story), at)}`;

/**
 * The address of the same tree, to be answered by somebody who does not see the answers of a worked case until the end;
 * with answers of their own or with none yet.
 */
export const linkApart = (mine: Story | null, theirs: Story): string =>
  `decide/${tree.id}/${writeLink(indexTree(treeText(tree, content.circumstances)), mine ? answersOf(mine) : {}, null, [], answersOf(theirs))}`;

/** A long worked case, another that ends elsewhere, and one that ends in "stop now". */
export const story = needed(stories(false)[0], 'worked case that goes on');
export const otherStory = needed(
  stories(false).find(({ outcome }) => outcome !== story.outcome),
  'second worked case',
);
export const stopStory = needed(
  [...stories(true), ...content.trees.flatMap((of) => stories(true, of))][0],
  'worked case that says to stop',
);
/** The last question of the long worked case, and an answer to it that leads to another outcome. */
export const lastAnswer = (() => {
  const asked = needed(
    tree.questions.find(({ id }) => id === Object.keys(story.answers).at(-1)),
    'last question',
  );
  const other = asked.answers.find(({ to }) => to !== story.outcome && tree.outcomes.some(({ id }) => id === to));
  return { asked, other: needed(other, 'answer that leads elsewhere') };
})();
/** The tree of {@link stopStory}. */
export const stopTree = needed(
  content.trees.find(({ cases }) => cases.includes(stopStory)),
  'tree that says to stop',
);
/** A worked case that answers a question of several answers, with the tree and the question. */
export const severalTicked = needed(
  [tree, ...content.trees].flatMap((of) =>
    of.cases.flatMap((told) =>
      of.questions
        .filter(({ id, kind }) => kind === 'several' && told.answers[id] !== undefined)
        .map((question) => ({ of, told, question })),
    ),
  )[0],
  'worked case with several answers',
);
