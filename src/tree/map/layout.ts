import { Graph, layout } from '@dagrejs/dagre';
import type { Tree } from '../../content/content.ts';
import type { Rung } from '../engine/rungs.ts';

/** A question or an outcome on the map, placed. Lengths are in units of the drawing. */
export interface MapNode {
  readonly id: string;
  /** The rung of an outcome; a question has none. */
  readonly rung: Rung | undefined;
  /** The upper left corner. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The text, broken into lines that fit. */
  readonly lines: readonly string[];
}

/** All answers that lead from one question to one place, as one arrow. */
export interface MapEdge {
  readonly from: string;
  readonly to: string;
  /** The path of the arrow, in the words of SVG. */
  readonly path: string;
  /** The middle of the first line of the label. */
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
}

/** A whole tree, drawn. */
export interface TreeMap {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
}

/** Sizes of the drawing. A character is taken as wide as the widest fonts of the style sheet draw it, on average. */
const size = { character: 7.6, line: 18, padding: 10, nodeCharacters: 30, labelCharacters: 24, margin: 12 } as const;

/**
 * Lays a tree out, from left to right, for a drawing made at build time.
 * @param tree a sound tree
 * @returns every question, every outcome and every answer with its place
 */
export function drawTree(tree: Pick<Tree, 'questions' | 'outcomes'>): TreeMap {
  const graph = new Graph();
  graph.setGraph({
    rankdir: 'LR',
    align: 'UL',
    nodesep: 28,
    ranksep: 46,
    edgesep: 16,
    marginx: size.margin,
    marginy: size.margin,
  });

  const nodes = [
    ...tree.questions.map((question) => ({ id: question.id, rung: undefined, text: question.ask })),
    ...tree.outcomes.map((outcome) => ({ id: outcome.id, rung: outcome.rung, text: outcome.headline })),
  ].map((node) => ({ ...node, lines: wrap(node.text, size.nodeCharacters) }));
  for (const { id, rung, lines } of nodes)
    graph.setNode(id, {
      width: size.nodeCharacters * size.character + 2 * size.padding,
      height: (lines.length + (rung ? 1 : 0)) * size.line + 2 * size.padding,
    });

  const edges = tree.questions.flatMap((question) =>
    [...new Set(question.answers.map((answer) => answer.to))].map((to) => ({
      from: question.id,
      to,
      lines: question.answers
        .filter((answer) => answer.to === to)
        .flatMap((answer) =>
          wrap(answer.text, size.labelCharacters).map((line, at) => (at === 0 ? `• ${line}` : `  ${line}`)),
        ),
    })),
  );
  for (const { from, to, lines } of edges)
    graph.setEdge(from, to, {
      width: size.labelCharacters * size.character,
      height: lines.length * size.line,
      labelpos: 'c',
    });

  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    nodes: nodes.map(({ id, rung, lines }) => {
      const placed = graph.node(id) as { x: number; y: number; width: number; height: number };
      return {
        id,
        rung,
        lines,
        x: round(placed.x - placed.width / 2),
        y: round(placed.y - placed.height / 2),
        width: round(placed.width),
        height: round(placed.height),
      };
    }),
    edges: edges.map(({ from, to, lines }) => {
      const placed = graph.edge(from, to) as { points: { x: number; y: number }[]; x: number; y: number };
      return {
        from,
        to,
        lines,
        path: curve(placed.points),
        x: round(placed.x - (size.labelCharacters * size.character) / 2),
        y: round(placed.y - ((lines.length - 1) * size.line) / 2),
      };
    }),
  };
}

/** A part of the drawing that is printed on a sheet of its own. */
export interface MapSheet {
  /** Its row and column, counted from 1. */
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * What a sheet of A4 on its side holds so that the words stay as large as a footnote, about 6.5 points: 265 mm by 185 mm.
 * Neighbours overlap by the size of a node, so that each is whole on one of them.
 */
const sheet = { width: 1620, height: 1130, overlapX: 260, overlapY: 92 } as const;

/**
 * Divides a drawing into sheets for printing.
 * @param map the drawing
 * @returns the sheets with anything to read on them, row by row, all of one size
 */
export function mapSheets({ width, height, nodes, edges }: TreeMap): MapSheet[] {
  const starts = (length: number, most: number, overlap: number): number[] => {
    const step = most - overlap;
    return Array.from({ length: Math.max(1, Math.ceil((length - overlap) / step)) }, (_, at) => at * step);
  };
  const all = starts(height, sheet.height, sheet.overlapY).flatMap((y, row) =>
    starts(width, sheet.width, sheet.overlapX).map((x, column) => ({
      row: row + 1,
      column: column + 1,
      x,
      y,
      width: sheet.width,
      height: sheet.height,
    })),
  );
  const texts = [
    ...nodes,
    ...edges.map(({ x, y, lines }) => ({
      x,
      y,
      width: size.labelCharacters * size.character,
      height: lines.length * size.line,
    })),
  ];
  return all.filter(({ x, y }) =>
    texts.some(
      (text) =>
        text.x < x + sheet.width && text.x + text.width > x && text.y < y + sheet.height && text.y + text.height > y,
    ),
  );
}

/** The height of a line of text in the drawing. */
export const mapLine = size.line;
/** The space between a node's edge and its text. */
export const mapPadding = size.padding;

const round = (value: number): number => Math.round(value * 10) / 10;

/** Breaks a text into lines of at most so many characters, at spaces. */
function wrap(text: string, characters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= characters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A smooth line through points: straight to the first middle, then a curve from middle to middle. */
function curve(points: readonly { x: number; y: number }[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const at = ({ x, y }: { x: number; y: number }) => `${round(x)} ${round(y)}`;
  const middle = (a: { x: number; y: number }, b: { x: number; y: number }) => ({
    x: (a.x + b.x) / 2,
    y: (a.y + b.y) / 2,
  });
  const bends = rest.slice(0, -1).map((point, index) => `Q${at(point)} ${at(middle(point, rest[index + 1] ?? point))}`);
  const last = rest.at(-1);
  return `M${at(first)}${bends.length > 0 ? `L${at(middle(first, rest[0] ?? first))}` : ''}${bends.join('')}${last ? `L${at(last)}` : ''}`;
}
