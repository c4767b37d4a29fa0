import type { Piece } from './fill.ts';
import { gapMarker } from './gaps.ts';
import { lines, withoutDash } from './lines.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Gives a filled text as HTML: a blank line starts a paragraph, lines that start with "- " make a list,
 * any other line break stays one. Only the script's own words make structure; what the reader typed is
 * text, whatever is in it.
 *
 * @param pieces A filled text.
 * @returns HTML with everything escaped, and no attributes. Never throws.
 */
export function html(pieces: readonly Piece[]): string {
  let out = '';
  let block: 'p' | 'ul' | undefined;
  const start = (next: typeof block): void => {
    if (block) out += `</${block}>`;
    if (next) out += `<${next}>`;
    block = next;
  };
  for (const line of lines(pieces)) {
    const item = withoutDash(line);
    if (line.length === 0) start(undefined);
    else if (item) {
      if (block !== 'ul') start('ul');
      out += `<li>${inline(item)}</li>`;
    } else {
      if (block === 'p') out += '<br>';
      else start('p');
      out += inline(line);
    }
  }
  start(undefined);
  return out;
}

function inline(line: readonly Piece[]): string {
  return line.map((piece) => escape(piece.kind === 'gap' ? gapMarker(piece.called) : piece.text)).join('');
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '').replace(/\r\n?|\n/g, '<br>');
}
