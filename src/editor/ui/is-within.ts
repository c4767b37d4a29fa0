import type { Path } from '../api.ts';

/** Whether a path leads to what another leads to, or further in. */
export const isWithin = (outer: Path, inner: Path): boolean => outer.every((key, at) => key === inner[at]);
