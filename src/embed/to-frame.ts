import { pagesToLeave, type Content } from '../content/content.ts';
import { scriptAddress } from '../routes.ts';

/**
 * What other sites may show in a frame: all trees, and the scripts that nobody has to leave in haste. From a frame there is
 * no way out that hides the page around it.
 */
export function toFrame(content: Content): Pick<Content, 'trees' | 'scripts'> {
  const toLeave = pagesToLeave(content);
  return {
    trees: content.trees,
    scripts: content.scripts.filter(({ id }) => !toLeave.has(scriptAddress(id))),
  };
}
