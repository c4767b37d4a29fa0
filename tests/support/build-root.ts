import { buildSites } from './build-sites.ts';
import { sites } from './sites.ts';

/** Builds the site for the root of a server alone. */
export default (): void => buildSites([sites[0]]);
