import { isAlias, isMap, isNode, isScalar, visit, type Document, type LineCounter } from 'yaml';

/** What is wrong with the form of a YAML text: where, and in the words of somebody who does not know YAML's. */
export interface FormFault {
  /** The line in the text, the first being 1. */
  readonly line: number;
  readonly what: string;
  readonly mend: string;
}

const smartQuote = /[“”„‟‘’‚«»]/;

/**
 * The first thing that is wrong with the form of a YAML text, if anything is. Only the first: what follows it mostly
 * follows from it. Also told is what YAML takes without a word and means otherwise than its writer: smart quotes, a text
 * after #, the signs &, * and !.
 *
 * @param text the whole text, lines ending in \n
 * @param document the text as the YAML library understood it, with its errors
 * @param counter the lines of the same text
 */
export function firstFormFault(text: string, document: Document.Parsed, counter: LineCounter): FormFault | undefined {
  const lines = text.split('\n');
  const error = document.errors[0];
  if (!error) return silentDamage(text, document, counter);
  const at = counter.linePos(error.pos[0]).line;
  const near = lines[at - 1] ?? '';
  const tab = tabFault(lines, at);
  if (tab) return tab;
  if (error.code === 'DUPLICATE_KEY') return duplicateKey(document, counter, error.pos[0], at);
  if (error.code === 'MISSING_CHAR' && error.message.includes('quote')) {
    const opened = unclosedLine(document, counter) ?? at;
    return {
      line: opened,
      what: `The quotation mark that opens on line ${opened} is never closed.`,
      mend: 'Put the same straight mark at the end of the text, or take the first one away.',
    };
  }
  const blank = [at, at - 1].find((one) => /^\s*\u00A0|:\u00A0/.test(lines[one - 1] ?? ''));
  if (blank !== undefined)
    return {
      line: blank,
      what: `Line ${blank} has a no-break space where an ordinary blank has to stand.`,
      mend: 'Write the blanks at its beginning and behind its colon again.',
    };
  const indent = indentFault(lines, at);
  if (indent) return indent;
  if (/(?:^|: |- )\s*[“”„‟‘’‚«»]|[“”„‟‘’‚«»]:(?: |$)/.test(near))
    return {
      line: at,
      what: `Line ${at} has smart quotes.`,
      mend: 'Use straight quotes, " or \', around keys and values.',
    };
  switch (error.code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      return {
        line: at,
        what: `Line ${at} has a second colon with a blank behind it, so what stands before that is taken for a name.`,
        mend: 'Put the text behind the first colon in quotes.',
      };
    case 'MULTILINE_IMPLICIT_KEY':
      return unnamed(at);
    case 'UNEXPECTED_TOKEN':
      // Nothing can follow a text that stands alone at the beginning.
      if (error.message.includes('in YAML stream')) return unnamed(lines.findIndex(isText) + 1);
      if (/^\s*(?:- )?[^'"]*$/.test(near) && !/[>|]/.test(near)) break;
      return /[>|] *[^ ]/.test(near) && !/['"]/.test(near)
        ? {
            line: at,
            what: `Text stands behind the ${/[>|]/.exec(near)?.[0] ?? ''} on line ${at}.`,
            mend: 'Write that text on the next line, indented; or put the whole in quotes.',
          }
        : {
            line: at,
            what: `Text goes on behind the closing quotation mark on line ${at}.`,
            mend: 'Put the whole text between double quotes. An apostrophe may stand between them; a double quote inside is written \\".',
          };
    case 'BAD_SCALAR_START':
    case 'BAD_ALIAS':
      return {
        line: at,
        what: `The text on line ${at} begins with a sign that has a meaning of its own.`,
        mend: 'Put the text in quotes.',
      };
    case 'BAD_DQ_ESCAPE':
      return {
        line: at,
        what: `Line ${at} has a backslash between double quotes.`,
        mend: 'Write it twice (\\\\), or use single quotes around the text.',
      };
    case 'MULTIPLE_DOCS':
      return {
        line: at,
        what: `Line ${at} begins a second document.`,
        mend: 'Remove the line with the three hyphens or dots.',
      };
    case 'BAD_INDENT':
      if (/^\s*-\S/.test(near))
        return {
          line: at,
          what: `On line ${at} a blank is missing behind the hyphen.`,
          mend: 'Write "- " and then the entry.',
        };
  }
  return /[[\]{}]/.test(near) || /flow|\]|\}/i.test(error.message)
    ? {
        line: at,
        what: `A bracket near line ${at} has no partner.`,
        mend: 'Close it, or put the text in quotes if it is no list.',
      }
    : {
        line: at,
        what: `Line ${at} does not fit what stands around it.`,
        mend: 'Compare its indentation, its colon and its quotes with the lines above. A text with a colon in it needs quotes.',
      };
}

/** A line that does not say which part of the file it is. */
const unnamed = (line: number): FormFault => ({
  line,
  what: `Line ${line} does not begin with a name, a colon and a blank.`,
  mend: 'Write it as the lines around it are, such as "order: 1", or take it out.',
});

/** A tab where blanks should indent, on the faulty line or the two before it. */
function tabFault(lines: readonly string[], at: number): FormFault | undefined {
  const line = [at - 2, at - 1, at].find((one) => /^ *\t/.test(lines[one - 1] ?? ''));
  return line === undefined
    ? undefined
    : { line, what: `Line ${line} begins with a tab.`, mend: 'Use spaces, as many as the lines around it have.' };
}

/** A key that stands twice in the same place, with both lines. */
function duplicateKey(document: Document.Parsed, counter: LineCounter, offset: number, at: number): FormFault {
  let name = '';
  let first = at;
  visit(document, {
    Map(_, map) {
      const twice = map.items.find(({ key }) => isScalar(key) && key.range?.[0] === offset);
      if (!twice || !isScalar(twice.key)) return undefined;
      const { value } = twice.key;
      name = String(value);
      const earlier = map.items.find(({ key }) => isScalar(key) && key.value === value)?.key;
      if (isNode(earlier) && earlier.range) first = counter.linePos(earlier.range[0]).line;
      return visit.BREAK;
    },
  });
  return { line: at, what: `"${name}" stands twice (lines ${first} and ${at}).`, mend: 'Remove one of them.' };
}

/**
 * The line on which the quotation mark opens that is never closed. Usually the first quoted text that runs over a line
 * which looks like a key of its own.
 */
function unclosedLine(document: Document.Parsed, counter: LineCounter): number | undefined {
  let line: number | undefined;
  visit(document, {
    Scalar(_, scalar) {
      const quoted = scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE';
      if (!quoted || !scalar.range) return undefined;
      const from = counter.linePos(scalar.range[0]).line;
      const to = counter.linePos(scalar.range[1]).line;
      if (to === from && line !== undefined) return undefined;
      line = from;
      return to > from ? visit.BREAK : undefined;
    },
  });
  return line;
}

const indentOf = (line: string): number => /^ */.exec(line)?.[0].length ?? 0;
const isText = (line: string): boolean => line.trim() !== '' && !/^\s*#/.test(line);
/** A line of its own in YAML's sense, not the continuation of a text: an entry or a key. */
const isEntry = (line: string): boolean => /^\s*(?:- |-$|[^\s#"'][^:#]*:(?: |$)|["'][^"']*["']:(?: |$))/.test(line);
/** A line that must have something beneath it, or may. */
const opens = (line: string): boolean => /(?:^|[\s:])(?:[|>][-+0-9]*)?\s*$|:\s*$/.test(line) && /(?::|-|[|>][-+0-9]*)\s*$/.test(line);

/** A line near the faulty one that is indented by more or less than its neighbours. */
function indentFault(lines: readonly string[], at: number): FormFault | undefined {
  // The columns at which something began and may go on, the innermost last: an entry of a list opens two.
  let open: number[] = [];
  let previous = '';
  for (const [index, line] of lines.entries()) {
    if (index + 1 > at + 1) return undefined;
    if (!isText(line) || !isEntry(line)) continue;
    const indent = indentOf(line);
    const dash = /^\s*((?:- +)+)/.exec(line)?.[1] ?? '';
    const deeper = open.length === 0 || indent > (open.at(-1) ?? 0);
    const tell = (neighbour: number): FormFault => ({
      line: index + 1,
      what: `Line ${index + 1} is indented by ${spaces(indent)}, its neighbours by ${neighbour}.`,
      mend: 'Give it as many spaces as the lines that it belongs with.',
    });
    const isNear = index + 1 >= at - 1;
    if (deeper && previous !== '' && !opens(previous)) {
      if (isNear) return tell(open.at(-1) ?? 0);
    } else if (!deeper && !open.includes(indent)) {
      const neighbour = open.toSorted((a, b) => Math.abs(a - indent) - Math.abs(b - indent) || b - a)[0] ?? 0;
      if (isNear) return tell(neighbour);
    }
    open = [...open.filter((column) => column < indent), indent, ...(dash ? [indent + dash.length] : [])];
    previous = line;
  }
  return undefined;
}

const spaces = (many: number): string => (many === 1 ? '1 space' : `${many} spaces`);

/** What YAML takes without a word, though its writer meant something else. The first in the text. */
function silentDamage(text: string, document: Document.Parsed, counter: LineCounter): FormFault | undefined {
  const found: FormFault[] = [];
  const line = (offset: number): number => counter.linePos(offset).line;
  const tell = (offset: number, what: string, mend: string): void => {
    found.push({ line: line(offset), what, mend });
  };
  visit(document, {
    Node(key, node) {
      const start = node.range?.[0] ?? 0;
      if (isAlias(node))
        return tell(start, `The text begins with * ("*${node.source}"), which has a meaning of its own.`, 'Put the text in quotes.');
      if (node.anchor !== undefined)
        return tell(start, `The text begins with & ("&${node.anchor}"), which has a meaning of its own.`, 'Put the text in quotes.');
      if (node.tag !== undefined && text[start] !== '{' && text[start] !== '[' && text.slice(lineStart(text, start), start).includes('!'))
        return tell(start, 'The text begins with !, which has a meaning of its own.', 'Put the text in quotes.');
      if (!isScalar(node) || !node.range) return undefined;
      const [from, to] = node.range;
      const plain = node.type === 'PLAIN' || node.type === undefined;
      if (key === 'key') {
        if (typeof node.value === 'string' && smartQuote.test(node.value.slice(0, 1) + node.value.slice(-1)))
          tell(from, `The key ${node.value} has smart quotes.`, 'Write it without quotes, or with straight ones.');
        return undefined;
      }
      if (!plain) return undefined;
      const written = text.slice(from, to);
      const rest = text.slice(to, endOfLine(text, to));
      const cut = /^\s*#(?=[^\s#])(.*)$/.exec(rest);
      if (cut && (to === from || /^\s/.test(rest)))
        return tell(to, `What follows # is taken for a note and lost: "${rest.trim()}".`, 'Put the whole text in quotes. A real note has a blank behind the #.');
      const value = written.trim();
      if (value.length > 1 && smartQuote.test(value.slice(0, 1)) && smartQuote.test(value.slice(-1)))
        return tell(from, 'The text stands in smart quotes, which would be shown.', 'Use straight quotes around it, or none.');
      const swallowed = written.split('\n').findIndex((part, index) => index > 0 && /^\s*-(?:\s|$)/.test(part));
      if (swallowed > 0) {
        const at = line(from) + swallowed;
        const column = counter.linePos(from).col - 1;
        const source = text.slice(lineStart(text, from), from);
        const neighbour = /-\s+$/.test(source) ? indentOf(source) : column;
        found.push({
          line: at,
          what: `Line ${at} is indented by ${spaces(indentOf(text.split('\n')[at - 1] ?? ''))}, its neighbours by ${neighbour}, and is taken for part of the line above.`,
          mend: 'Give it as many spaces as the lines that it belongs with.',
        });
      }
      return undefined;
    },
  });
  return found.toSorted((a, b) => a.line - b.line)[0];
}

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;
const endOfLine = (text: string, offset: number): number => {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
};

/**
 * The line of a value, or of the nearest value above it that there is; the line of its key if it has one.
 *
 * @param lineInText for a text of several lines: which of them, the first being 0
 */
export function lineAt(
  document: Document.Parsed,
  counter: LineCounter,
  path: readonly (string | number)[],
  lineInText?: number,
): number {
  const lineOf = (offset: number): number => counter.linePos(offset).line;
  for (let length = path.length; length > 0; length--) {
    const parent = document.getIn(path.slice(0, length - 1), true);
    const node = document.getIn(path.slice(0, length), true);
    const name = String(path[length - 1]);
    const key = isMap(parent) ? parent.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === name)?.key : null;
    const place = isNode(key) ? key : isNode(node) ? node : undefined;
    if (!place?.range) continue;
    if (lineInText === undefined || length < path.length || !isScalar(node) || !node.range) return lineOf(place.range[0]);
    const from = lineOf(node.range[0]);
    // A block text begins on the line after its sign, | or >.
    const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
    return isBlock ? from + 1 + lineInText : Math.min(from + lineInText, lineOf(node.range[1]));
  }
  return 1;
}
