import type { Content } from './content.ts';
import { checkContent, tellFaults } from './check-content.ts';

let built: Content | undefined;

/**
 * The content for pages. Read once in a build; read anew for every page by the development server, so
 * that an edit shows at once.
 * @throws {Error} with all faults told, which the development server shows in the browser
 */
export function siteContent(): Content {
  if (built) return built;
  const { content, faults } = checkContent(process.cwd());
  if (faults.length > 0) throw new Error(tellFaults(faults));
  if (import.meta.env.PROD) built = content;
  return content;
}
