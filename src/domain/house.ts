import type { HouseData, HouseRole } from '../schemas/site.ts';

/**
 * Names a person of the house in running text: the role, and the name and contact as far as the house has filled them in.
 * @returns for example "your manager" or "your manager (Jo Field, ext. 42)"
 */
export function personInWords(person: HouseData['people'][HouseRole]): string {
  const details = [person.name, person.contact].filter((text) => text.trim() !== '').join(', ');
  return details ? `${person.role} (${details})` : person.role;
}
