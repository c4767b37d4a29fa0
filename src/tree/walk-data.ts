import type { Content, Tree } from '../content/content.ts';
import { guideAddress, mapAddress, outcomeAddress, scriptAddress, treeAddress, worksheetAddress } from '../routes.ts';
import type { Counsel, Safeguard } from './engine/counsel.ts';
import { safeguardsAtOutcomes } from './engine/endings.ts';
import { treeResult as words } from '../i18n/en.ts';
import { variantNames } from '../content/variant-names.ts';
import { personInWords } from '../content/person.ts';
import { indexTree, outcomeTexts, treeText, type TreeText } from './engine/tree.ts';
import type { Emergency, ResultText, WalkText } from './ui/links.ts';
import { href } from '../site/href.ts';
import { phoneNumbers } from '../site/phone.ts';

/** What all trees share, as the engine takes it. */
export const counselOf = ({
  circumstances,
  safeguards,
  scripts,
}: Pick<Content, 'circumstances' | 'safeguards' | 'scripts'>): Counsel => ({
  circumstances,
  safeguards,
  scripts: Object.fromEntries(
    scripts.map(({ id, fits, variants }) => [
      id,
      { fits, variants: variants.map(({ id, channel, tone }) => ({ id, channel, tone })) },
    ]),
  ),
});

/** The safeguards that can apply at each outcome of a tree, by its id. Kept, as each of its pages asks for them. */
export function safeguardsOf(tree: Tree, content: Content): ReadonlyMap<string, readonly Safeguard[]> {
  const found =
    safeguards.get(tree) ?? safeguardsAtOutcomes(indexTree(treeText(tree, content.circumstances)), counselOf(content));
  safeguards.set(tree, found);
  return found;
}
const safeguards = new WeakMap<Tree, ReadonlyMap<string, readonly Safeguard[]>>();

/** Whom to call when somebody is in danger, and whom to tell. */
export const emergencyOf = ({ organisation, playbook }: Content): Emergency => ({
  number: organisation.emergency,
  calls: phoneNumbers(organisation.emergency),
  contact: words.or(playbook.danger.tell.flatMap((role) => organisation.people[role] ?? []).map(personInWords)),
});

/** No question shows the summary or a reason, and the questions have to be there soon. Reasons come with the results. */
const asked = (text: TreeText): TreeText => ({
  ...text,
  summary: '',
  questions: text.questions.map((question) => ({
    ...question,
    answers: question.answers.map(({ reason: _, ...answer }) => answer),
  })),
});

/** What the walk through a tree needs: its questions, and the names of its outcomes. */
export function walkOf(tree: Tree, content: Content): WalkText {
  const self = href(treeAddress(tree.id));
  return {
    id: tree.id,
    tree: asked(treeText(tree, content.circumstances)),
    locale: content.organisation.locale,
    links: {
      self,
      worksheet: href(worksheetAddress(tree.id)),
      outcomes: Object.fromEntries(tree.outcomes.map(({ id }) => [id, href(outcomeAddress(`${tree.id}/${id}`))])),
    },
  };
}

/** What the results of a tree say, and the titles and addresses of all that they name. */
export function resultsOf(tree: Tree, content: Content): ResultText {
  const { outcomes } = tree;
  const { safeguards, circumstances } = content;
  const scripts = new Set([...outcomes, ...safeguards].flatMap((one) => one.scripts.map(({ id }) => id)));
  const guides = new Set([...outcomes, ...safeguards].flatMap((one) => one.guides.map(({ guide }) => guide)));
  const trees = new Set(outcomes.flatMap(({ leadsTo }) => leadsTo ?? []));
  const counsel = counselOf({
    circumstances,
    safeguards,
    scripts: content.scripts.filter(({ id }) => scripts.has(id)),
  });
  return {
    outcomes: outcomeTexts(tree),
    reasons: Object.fromEntries(
      tree.questions.flatMap(({ id, answers }) =>
        answers.flatMap((answer) => (answer.reason ? [[`${id}/${answer.id}`, answer.reason]] : [])),
      ),
    ),
    counsel,
    links: {
      map: href(mapAddress(tree.id)),
      scripts: Object.fromEntries(
        content.scripts
          .filter(({ id }) => scripts.has(id))
          .map(({ id, title, variants }) => {
            const names = variantNames(variants);
            const named = Object.fromEntries(variants.map((variant, place) => [variant.id, names[place] ?? '']));
            return [id, { title, href: href(scriptAddress(id)), variants: named }];
          }),
      ),
      guides: Object.fromEntries(
        content.guides
          .filter(({ ref }) => guides.has(ref))
          .map(({ ref, title, hasMonths }) => [
            ref,
            { title, href: href(guideAddress(ref)), ...(hasMonths && { months: true }) },
          ]),
      ),
      trees: Object.fromEntries(
        content.trees
          .filter(({ id }) => trees.has(id))
          .map(({ id, title }) => [id, { title, href: href(treeAddress(id)) }]),
      ),
    },
    emergency: emergencyOf(content),
  };
}
