import type { Content } from '../../content/content.ts';
import type { Choice, Files } from '../api.ts';

/** What references can be chosen from: everything on the desk that has an id, in its order. */
export function referencesIn(content: Content): Files['references'] {
  const titled = ({ id, title }: { readonly id: string; readonly title: string }): Choice => ({ id, title });
  const facts = new Map(content.facts.map((fact) => [fact.id, titled(fact)]));
  return {
    guide: content.guides.map(({ ref, title }) => ({ id: ref, title })),
    script: content.scripts.map(titled),
    tree: content.trees.map(titled),
    outcome: content.trees.flatMap(({ id: tree, outcomes }) =>
      outcomes.map(({ id, headline }) => ({ id: `${tree}/${id}`, title: headline })),
    ),
    situation: content.situations.map(({ id, words }) => ({ id, title: words })),
    topic: content.topics.map(titled),
    role: Object.entries(content.organisation.people).map(([id, { role }]) => ({ id, title: role })),
    // One fact has a file for each country.
    fact: [...facts.values()],
    point: content.sources.flatMap(({ id: source, points }) =>
      points.map(({ id, says }) => ({ id: `${source}/${id}`, title: says })),
    ),
    subject: content.beyond.map(titled),
    circumstance: content.circumstances.map(({ id, says }) => ({ id, title: says })),
  };
}
