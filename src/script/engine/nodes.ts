/** Words that stand as they are written. */
export interface TextNode {
  readonly kind: 'text';
  readonly text: string;
  /** The line of the text it starts in, the first being 0. */
  readonly line: number;
}

/** A marker, such as ((client name)), that a value takes the place of. */
export interface FieldNode {
  readonly kind: 'field';
  readonly name: string;
  readonly line: number;
}

/** An optional part: ((if name)) shown ((else)) otherwise ((end)). */
export interface PartNode {
  readonly kind: 'part';
  /** The field that decides. */
  readonly name: string;
  readonly line: number;
  readonly shown: readonly ScriptNode[];
  /** What stands there instead; left out when there is no ((else)). */
  readonly otherwise?: readonly ScriptNode[];
}

/** A piece of a parsed text. */
export type ScriptNode = TextNode | FieldNode | PartNode;

/** A syntax fault, as found by the parser; `check.ts` puts it into words. */
export interface SyntaxFault {
  readonly kind: 'not closed' | 'not a marker' | 'else alone' | 'second else' | 'end alone' | 'no end';
  readonly line: number;
  /** The marker as it is written. */
  readonly source: string;
}
