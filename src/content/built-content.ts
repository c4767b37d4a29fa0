import { publishDay } from '../site/build-day.ts';
import { checkContent } from './check-content.ts';
import type { Reading } from './read-content.ts';

/** One for the whole process: a build loads modules several times, for the loader, for pages and for what comes after. */
const everywhere = globalThis as { playbookBuiltFrom?: { readonly root: string; readonly reading: Reading } };

/**
 * Keeps what a build has read and found sound, for all its later steps. The development server keeps nothing: there the
 * content changes.
 *
 * @param root the project's root folder
 * @param reading the content
 */
export function keepForBuild(root: string, reading: Reading): void {
  everywhere.playbookBuiltFrom = { root, reading };
}

/**
 * The content that the site is built from; read now when no build has read it before.
 *
 * @param root the project's root folder
 */
export function builtContent(root: string): Reading {
  const kept = everywhere.playbookBuiltFrom;
  return kept && samePlace(kept.root, root) ? kept.reading : checkContent(root, { today: publishDay(process.env) });
}

const samePlace = (a: string, b: string): boolean => a.replace(/[\\/]+$/, '') === b.replace(/[\\/]+$/, '');
