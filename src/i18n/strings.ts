import type * as en from './en.ts';

/** A type with its literal texts opened: any text may stand in the place of one, a sentence still takes its values. */
type Open<T> = T extends string
  ? string
  : T extends (...values: infer Values) => string
    ? (...values: Values) => string
    : T extends readonly (infer Entry)[]
      ? readonly Open<Entry>[]
      : { readonly [Key in keyof T]: Open<T[Key]> };

/** What a file of another language has to have: all that en.ts has. */
export type Strings = Open<typeof en>;
