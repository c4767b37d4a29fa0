import { pagesToLeave, type Content, type Script, type Tree } from '../content/content.ts';
import { scriptAddress, treeAddress } from '../routes.ts';
import { scriptHeight, treeHeight } from './height.ts';

/** What other sites may show, each with the height of its frame in pixels. */
interface Framed {
  readonly trees: readonly (Tree & { readonly height: number })[];
  readonly scripts: readonly (Script & { readonly height: number })[];
}

/**
 * What a page says of passing it on, in `data-share`: the height of its frame; "never" where nobody is to be in a frame;
 * nothing where no other site may show pages.
 *
 * @param address that of a tree or a script
 */
export function shareOf(content: Content, address: string): string {
  if (pagesToLeave(content).has(address)) return 'never';
  if (content.organisation.framedBy.length === 0) return '';
  const { trees, scripts } = toFrame(content);
  const tree = trees.find(({ id }) => treeAddress(id) === address);
  const script = scripts.find(({ id }) => scriptAddress(id) === address);
  return String((tree ?? script)?.height ?? '');
}

/**
 * What other sites may show in a frame: all trees, and the scripts that nobody has to leave in haste. From a frame there is
 * no way out that hides the page around it.
 */
export function toFrame(content: Content): Framed {
  const toLeave = pagesToLeave(content);
  return {
    trees: content.trees.map((tree) => ({ ...tree, height: treeHeight(tree) })),
    scripts: content.scripts
      .filter(({ id }) => !toLeave.has(scriptAddress(id)))
      .map((script) => ({ ...script, height: scriptHeight(script) })),
  };
}
