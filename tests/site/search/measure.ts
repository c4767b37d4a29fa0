import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** One query of the golden list. */
export interface Golden {
  readonly q: string;
  /** The addresses that would satisfy; none: nothing may be found. */
  readonly want: readonly string[];
  /** Kept out of tuning. */
  readonly aside?: boolean;
}

/** The golden list. */
export const golden = parse(readFileSync(new URL('golden.yaml', import.meta.url), 'utf8')) as Golden[];

/** A query that lost: the first addresses found instead. */
export interface Loss {
  readonly q: string;
  /** The place of the first address that satisfies, counted from 1; 0: none. */
  readonly place: number;
  readonly got: readonly string[];
}

/** How well a list of queries did. */
export interface Figures {
  readonly queries: number;
  readonly at1: number;
  readonly at3: number;
  /** Mean reciprocal rank. */
  readonly mrr: number;
  /** Queries that found nothing and should have. */
  readonly empty: number;
  readonly losses: readonly Loss[];
}

/** Asks all queries and counts. `find` gives the addresses found, best first. */
export async function measure(
  list: readonly Golden[],
  find: (query: string) => Promise<readonly string[]>,
): Promise<Figures> {
  const losses: Loss[] = [];
  let at1 = 0;
  let at3 = 0;
  let mrr = 0;
  let empty = 0;
  for (const { q, want } of list) {
    const got = await find(q);
    const place = got.findIndex((address) => want.includes(address)) + 1;
    if (place === 1) at1++;
    else losses.push({ q, place, got: got.slice(0, 3) });
    if (place >= 1 && place <= 3) at3++;
    if (place > 0) mrr += 1 / place;
    if (got.length === 0) empty++;
  }
  const share = (count: number) => (list.length === 0 ? 1 : count / list.length);
  return { queries: list.length, at1: share(at1), at3: share(at3), mrr: share(mrr), empty, losses };
}

/** The figures as lines to print. */
export function told(name: string, { queries, at1, at3, mrr, empty, losses }: Figures): string {
  const head = `${name}: ${queries} queries · at 1 ${at1.toFixed(3)} · at 3 ${at3.toFixed(3)} · mean reciprocal rank ${mrr.toFixed(3)} · empty ${empty}`;
  return [
    head,
    ...losses.map(({ q, place, got }) => `  ${place || '-'}  ${q}  ->  ${got.join(' ') || 'nothing'}`),
  ].join('\n');
}
