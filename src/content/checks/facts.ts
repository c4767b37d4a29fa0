import type { Fact } from '../content.ts';
import type { Fault } from '../fault.ts';
import { idsOf } from '../read-content.ts';
import { isCountry } from '../schemas/site.ts';
import { didYouMean } from '../explain.ts';
import { faultIn, fileOf, type Check } from './check.ts';

/**
 * Facts of law, money and safety hold for a country, were checked on a day that has been, and name somebody who confirms
 * them. No country says the same thing twice.
 */
export const soundFacts: Check = (checked) => {
  const { content, files, today } = checked;
  const roles = idsOf(checked, 'organisation.yaml', Object.keys(content.organisation.people));
  const titles = new Map<string, Fact>();
  return content.facts.flatMap((fact) => {
    const { country, id, title, checked: day, review, confirm, nations = [] } = fact;
    const first = titles.get(`${country}/${title.toLowerCase()}`);
    titles.set(`${country}/${title.toLowerCase()}`, first ?? fact);
    const again = nations.findIndex(({ nation }, at) => nations.findIndex((one) => one.nation === nation) < at);
    const faults: (Fault | false)[] = [
      !isCountry(country) && {
        path: [],
        what: `${country === '' ? 'The fact lies in no country.' : `The folder ${country} is no country.`}`,
        mend: `Move it to content/facts/<country>/, the country's code in two small letters: ${country === 'uk' ? 'gb for the United Kingdom' : 'gb, ie, us'}.`,
      },
      first !== undefined && {
        path: ['title'],
        what: `${first.file} has this title too.`,
        mend: 'Put the two together, or say in the title what is different.',
      },
      again > -1 && {
        path: ['nations', again, 'nation'],
        what: `${nations[again]?.nation ?? ''} stands here twice.`,
        mend: 'Put the two together.',
      },
      // Where the day begins earlier it is tomorrow already.
      day > dayAfter(today) && {
        path: ['checked'],
        what: `The fact was checked on ${day}, which is still to come.`,
        mend: 'Write the day on which somebody read the authority.',
      },
      review <= day && {
        path: ['review'],
        what: `It is to be looked up again on ${review}, which is not after the day it was checked.`,
        mend: 'Write the day by which somebody has to look it up again.',
      },
      !roles.has(confirm) && {
        path: ['confirm'],
        what: `${confirm} names no role.`,
        mend: `Correct it, or add the role to organisation.yaml. ${didYouMean(confirm, [...roles])}`,
      },
    ];
    return faults.flatMap((fault) => (fault ? faultIn(files, fileOf.fact(country, id), fault) : []));
  });
};

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
