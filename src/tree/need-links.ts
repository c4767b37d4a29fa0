import type { Content } from '../content/content.ts';
import type { NeedTarget } from '../content/schemas/counsel.ts';
import { guideAddress, outcomeAddress, questionAddress, treeAddress } from '../routes.ts';
import { writeLink } from './engine/link.ts';
import { indexTree, treeText } from './engine/tree.ts';
import { walk } from './engine/walk.ts';

/** A link of the front door. */
export interface NeedLink {
  readonly id: string;
  readonly says: string;
  readonly help: string | undefined;
  /** From the site's root; empty where a second level opens instead. */
  readonly address: string;
  /** Where it leads without code, if elsewhere: the worksheet at the first question that is open. */
  readonly without: string | undefined;
  /** The second level. */
  readonly needs: readonly NeedLink[];
}

/**
 * Makes the links of the front door. A tree opens with what the choice answers; the link says that it comes from here, so
 * that what is known in the tab can be added.
 *
 * @param content the whole content, checked
 * @returns the needs in their order, each with its address
 */
export function needLinks(content: Content): readonly NeedLink[] {
  const addresses = (to: NeedTarget | undefined, id: string): Pick<NeedLink, 'address' | 'without'> => {
    if (to?.guide !== undefined) return { address: guideAddress(to.guide), without: undefined };
    const tree = content.trees.find((found) => found.id === to?.tree);
    if (!tree) return { address: '', without: undefined };
    const address = treeAddress(tree.id);
    if (!to?.answers) return { address, without: undefined };
    const walked = indexTree(treeText(tree, content.circumstances));
    const { question, outcome } = walk(walked, to.answers);
    return {
      address: `${address}${writeLink(walked, to.answers)}&need=${id}`,
      without: outcome ? outcomeAddress(`${tree.id}/${outcome.id}`) : questionAddress(tree.id, question?.id ?? ''),
    };
  };
  return content.needs.map(({ id, says, help, to, needs = [] }) => ({
    id,
    says,
    help,
    ...addresses(to, id),
    needs: needs.map((inner) => ({
      id: inner.id,
      says: inner.says,
      help: inner.help,
      ...addresses(inner.to, inner.id),
      needs: [],
    })),
  }));
}
