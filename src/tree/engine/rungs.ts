/** The ladder, mildest first. Every outcome of every tree stands on one rung of it. */
export const rungs = [
  'carry-on',
  'repair-our-part',
  'hear-them-out',
  'set-a-limit',
  'challenge-the-decision-maker',
  'plan-the-exit',
  'end-it',
  'stop-now',
] as const;
/** A rung of the ladder. */
export type Rung = (typeof rungs)[number];

/** Which way an answer speaks. */
export const directions = ['stay', 'repair', 'leave'] as const;
/** A direction an answer speaks in. */
export type Direction = (typeof directions)[number];

/** What has to be asked before "I don't know" may end a walk. */
export const subjects = ['danger', 'law', 'claims', 'harm'] as const;
/** Something that has to be asked before not knowing may end a walk. */
export type Subject = (typeof subjects)[number];
