/** The address of a guide from the site's root. @param ref `topic/slug` */
export const guideAddress = (ref: string): string => `/guides/${ref}/`;
/** The address of a script from the site's root. */
export const scriptAddress = (id: string): string => `/scripts/${id}/`;
/** The address of a tree from the site's root. */
export const treeAddress = (id: string): string => `/decide/${id}/`;
/** The address of an outcome from the site's root. @param ref `tree/outcome` */
export const outcomeAddress = (ref: string): string => `/decide/${ref}/`;
/** The address of a source document from the site's root. */
export const sourceAddress = (id: string): string => `/sources/${id}/`;
