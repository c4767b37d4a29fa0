import { locate, type FileFault } from '../read-file.ts';
import type { Check } from './check.ts';

/** What changed on a page changed on a day that has been, and is told once. */
export const soundChanges: Check = ({ content: { guides, scripts, trees, sources, pages }, files, today }) => {
  // Where the day begins earlier it is tomorrow already.
  const latest = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10);
  const byPath = new Map([...files.values()].map((read) => [read.path ?? read.file, read]));
  return [...guides, ...scripts, ...trees, ...sources, ...pages].flatMap(({ file, changes = [] }): FileFault[] => {
    const read = byPath.get(file);
    if (!read) return [];
    return changes.flatMap(({ on, what }, at) => {
      const first = changes.findIndex((other) => other.on === on && other.what === what);
      return [
        ...(on > latest
          ? [
              locate(read, {
                path: ['changes', at, 'on'],
                what: `The page changed on ${on}, which is still to come.`,
                mend: 'Write the day on which the change goes out, once it has come.',
              }),
            ]
          : []),
        ...(first < at
          ? [
              locate(read, {
                path: ['changes', at, 'what'],
                what: 'This change stands here twice.',
                mend: 'Take one of them out.',
              }),
            ]
          : []),
      ];
    });
  });
};
