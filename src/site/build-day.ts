import { spawnSync } from 'node:child_process';

/**
 * The day that built pages speak of as today: that of SOURCE_DATE_EPOCH (seconds since 1970) where it is set, otherwise
 * that of the last commit, so that two builds of one commit are the same. Without either it is the real one.
 * @param environment the environment variables
 * @param root the project's root folder
 * @returns year-month-day
 * @throws {Error} when SOURCE_DATE_EPOCH is no number of seconds
 */
export function buildDay(environment: Readonly<Record<string, string | undefined>>, root: string): string {
  const told = toldDay(environment);
  if (told !== undefined) return told;
  const { status, stdout } = spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' });
  return dayOf(status === 0 && /^\d+$/.test(stdout.trim()) ? Number(stdout) : Date.now() / 1000);
}

/**
 * The day by which a build judges what waits for its own: that of SOURCE_DATE_EPOCH where it is set, otherwise the real
 * one, so that a site that is built every night shows a page on its day though nobody has changed anything.
 * @param environment the environment variables
 * @returns year-month-day
 * @throws {Error} when SOURCE_DATE_EPOCH is no number of seconds
 */
export const publishDay = (environment: Readonly<Record<string, string | undefined>>): string =>
  toldDay(environment) ?? dayOf(Date.now() / 1000);

function toldDay({ SOURCE_DATE_EPOCH: told }: Readonly<Record<string, string | undefined>>): string | undefined {
  if (!told) return undefined;
  if (!/^\d{1,11}$/.test(told))
    throw new Error(`SOURCE_DATE_EPOCH is "${told}". Write a number of seconds since 1970, such as 1795521600.`);
  return dayOf(Number(told));
}

const dayOf = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10);
