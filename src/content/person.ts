import type { Contact } from './schemas/site.ts';

/**
 * Names a person of the organisation in running text: the role, and the name and contact as far as the organisation has filled them in.
 * @returns for example "your manager" or "your manager (Jo Field, ext. 42)"
 */
export function personInWords(person: Contact): string {
  const details = [person.name, person.contact].filter((text) => text.trim() !== '').join(', ');
  return details ? `${person.role} (${details})` : person.role;
}
