import ts from 'typescript';

/** Every letter with a sign that English has not, so that a word that was passed over is seen at once. */
const letters = new Map(
  [...'abcdefghijklmnopqrstuvwxyz'].map((letter, at) => [letter, [...'äƀćđéƒĝħïĵķłṁñöṗɋřšŧüṽŵẋýž'][at] ?? letter]),
);

const alteredText = (text: string): string =>
  [...text]
    .map((sign) => {
      const other = letters.get(sign.toLowerCase());
      return other === undefined ? sign : sign === sign.toLowerCase() ? other : other.toUpperCase();
    })
    .join('');

/** Whether a text in the code is for people: no name of a key, no file, no value that the code itself compares or hands on. */
function isForPeople(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent) && parent.name === node) return false;
  if (ts.isImportDeclaration(parent) || ts.isLiteralTypeNode(parent)) return false;
  if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken)
    return false;
  for (let above = parent; !ts.isSourceFile(above); above = above.parent) {
    // Settings of Intl.
    if (ts.isNewExpression(above)) return false;
    if (ts.isVariableDeclaration(above)) return above.name.getText() !== 'language';
  }
  return true;
}

/**
 * A language file in a language that nobody speaks: the same code with every text altered. Values in sentences stay.
 * @param source the English file
 * @param tag the tag of the made-up language
 */
export function alteredFile(source: string, tag: string): string {
  const file = ts.createSourceFile('en.ts', source, ts.ScriptTarget.Latest, true);
  const changes: { from: number; to: number; text: string }[] = [];
  const look = (node: ts.Node): void => {
    const isText =
      ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);
    if (isText && isForPeople(node)) {
      const [from, to] = [node.getStart(file), node.getEnd()];
      // What stands after a backslash is no letter of a word.
      const text = source.slice(from, to).split(/(\\(?:u[0-9a-f]{4}|.))/i);
      changes.push({ from, to, text: text.map((part) => (part.startsWith('\\') ? part : alteredText(part))).join('') });
    }
    ts.forEachChild(node, look);
  };
  look(file);
  let made = '';
  let at = 0;
  for (const { from, to, text } of changes) {
    made += source.slice(at, from) + text;
    at = to;
  }
  return (made + source.slice(at)).replace(/(export const language = )'[^']*'/, `$1'${tag}'`);
}

/** What is no word: addresses, names of files after ids, and the names of fields in a message with gaps. */
const noWords = [/https?:\/\/\S+/g, /\/[a-z0-9-]+(\/[a-z0-9-]+)*\//g, /\b[a-z0-9-]+\.(txt|eml)\b/g, /\(\([^()]+\)\)/g];

/** The English words in a text: two letters or more without a sign. */
export const englishIn = (text: string): string[] =>
  noWords.reduce((left, none) => left.replace(none, ''), text).match(/[A-Za-z]{2,}/g) ?? [];
