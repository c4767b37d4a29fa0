import type * as Mount from './mount.tsx';
import type { FormProps } from './ScriptForm.tsx';

/**
 * Loads the code of the form and what the form of one script needs.
 *
 * @param address where that lies
 * @returns both; rejects when one of them cannot be had
 */
export const loadForm = async (address = ''): Promise<[typeof Mount, FormProps]> =>
  Promise.all([import('./mount.tsx'), fetch(address).then(asForm)]);

const asForm = (answer: Response): Promise<FormProps> =>
  answer.ok ? (answer.json() as Promise<FormProps>) : Promise.reject(new Error(answer.statusText));
