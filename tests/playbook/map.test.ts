import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content/read-content.ts';
import { drawTree, mapSheets } from '../../src/tree/map/layout.ts';

const { trees } = readContent(process.cwd()).content;

describe.each(trees)('the map of $id on paper', (tree) => {
  const map = drawTree(tree);
  const sheets = mapSheets(map);

  test('shows every question and every outcome whole on one sheet', () => {
    for (const { id, x, y, width, height } of map.nodes) {
      const whole = sheets.some(
        (sheet) =>
          x >= sheet.x && y >= sheet.y && x + width <= sheet.x + sheet.width && y + height <= sheet.y + sheet.height,
      );
      expect(whole, id).toBe(true);
    }
  });

  test('has the beginning of every label on a sheet, and no sheet twice', () => {
    for (const { from, to, x, y } of map.edges) {
      const shown = sheets.some(
        (sheet) => x >= sheet.x && y >= sheet.y && x <= sheet.x + sheet.width && y <= sheet.y + sheet.height,
      );
      expect(shown, `${from} to ${to}`).toBe(true);
    }
    expect(new Set(sheets.map(({ row, column }) => `${row} ${column}`)).size).toBe(sheets.length);
  });
});
