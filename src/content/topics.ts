/**
 * The topics, in the order of a relationship's life. A guide's topic is the folder it lies in, and
 * every list of topics on the site follows this order.
 */
export const topics = [
  { id: 'before-you-sign', title: 'Before you sign', says: 'Who to work with, and on what terms.' },
  { id: 'when-we-got-it-wrong', title: 'When we got it wrong', says: 'Own it, mend it, keep your standing.' },
  { id: 'when-they-are-upset', title: 'When they are upset', says: 'The first minutes, and the way to an agreement.' },
  { id: 'when-they-push', title: 'When they push', says: 'More work, less money, more pressure.' },
  {
    id: 'when-they-will-not-cooperate',
    title: 'When they will not cooperate',
    says: 'Nothing moves, and it is not on your side.',
  },
  { id: 'warning-signs', title: 'Warning signs', says: 'One bad day or a pattern, and how to tell.' },
  { id: 'ending-it-well', title: 'Ending it well', says: 'Decide, tell them, hand over, stay polite.' },
  {
    id: 'beyond-the-documents',
    title: 'Beyond the documents',
    says: 'Danger, contracts, money and law: what our sources leave out.',
  },
] as const;

/** The id of a topic, which is also its folder under `content/guides` and its part of the address. */
export type TopicId = (typeof topics)[number]['id'];

/** All topic ids, in order. */
export const topicIds = topics.map((topic) => topic.id) as [TopicId, ...TopicId[]];
