/** The name under which the content's loader is asked to read again. */
export const loaderName = 'playbook';
