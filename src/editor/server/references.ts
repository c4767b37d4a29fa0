import type { Content } from '../../content/content.ts';
import type { Choice, Files } from '../api.ts';

/** What references can be chosen from: everything on the desk that has an id, in its order. */
export function referencesIn(content: Content): Files['references'] {
  const titled = ({ id, title }: { readonly id: string; readonly title: string }): Choice => ({ id, title });
  const topics = new Map(content.topics.map(({ id, title }) => [id, title]));
  const inTopic = (topic: string) => ({ group: topics.get(topic) ?? topic });
  // A circumstance is known by the tree that first asks about it.
  const meant = new Map(
    content.trees
      .toReversed()
      .flatMap(({ title, questions }) =>
        questions.flatMap(({ answers }) => answers.flatMap(({ means }) => means.map((id) => [id, title] as const))),
      ),
  );
  const facts = new Map(content.facts.map((fact) => [fact.id, titled(fact)]));
  return {
    guide: content.guides.map(({ ref, title, topic }) => ({ id: ref, title, ...inTopic(topic) })),
    script: content.scripts.map(({ id, title, topic }) => ({ id, title, ...inTopic(topic) })),
    tree: content.trees.map(titled),
    outcome: content.trees.flatMap(({ id: tree, title: group, outcomes }) =>
      outcomes.map(({ id, headline }) => ({ id: `${tree}/${id}`, title: headline, group })),
    ),
    situation: content.situations.map(({ id, words }) => ({ id, title: words })),
    topic: content.topics.map(titled),
    role: Object.entries(content.organisation.people).map(([id, { role }]) => ({ id, title: role })),
    // One fact has a file for each country.
    fact: [...facts.values()],
    point: content.sources.flatMap(({ id: source, title: group, points }) =>
      points.map(({ id, says }) => ({ id: `${source}/${id}`, title: says, group })),
    ),
    subject: content.beyond.map(titled),
    circumstance: content.circumstances.map(({ id, says }) => ({
      id,
      title: says,
      ...(meant.has(id) ? { group: meant.get(id) } : {}),
    })),
  };
}
