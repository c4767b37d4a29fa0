/**
 * Something wrong in a content file, told so that an editor can mend it. The domain knows where in
 * the data the fault lies (`path`); the reader of files turns that into a file and a line.
 */
export interface Fault {
  /** Keys and indexes from the top of the file to the faulty value, such as `['questions', 2, 'ask']`. */
  readonly path: readonly (string | number)[];
  /** For a fault inside a text of several lines: which of its lines, the first being 0. */
  readonly lineInText?: number;
  /** What is wrong, in plain words, without the file name. */
  readonly what: string;
  /** What to do about it, in plain words. */
  readonly mend: string;
}
