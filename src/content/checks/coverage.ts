import { published } from '../drafts.ts';
import { faultIn, fileOf, isLeftOut, type Check } from './check.ts';

/** A guide that carries no point says what beyond the documents it answers. */
export const beyondMarked: Check = (checked) =>
  checked.content.guides
    .filter(({ ref, covers, beyond }) => covers.length === 0 && beyond.length === 0 && !isLeftOut(checked, fileOf.guide(ref)))
    .flatMap(({ ref }) =>
      faultIn(checked.files, fileOf.guide(ref), {
        path: ['covers'],
        what: 'The guide covers no point of the documents and does not say that it goes beyond them.',
        mend: 'Name the points of the documents that it carries (covers), or the subject that it answers (beyond).',
      }),
    );

/** Every point of the documents and every subject beyond them has a guide. Looked at once all files could be read. */
export const everythingCarried: Check = ({ content, files, faults, today }) => {
  if (faults.length > 0) return [];
  const { guides } = published(content, files, today);
  return [
    ...content.sources.flatMap((source) =>
      source.points.flatMap((point, index) =>
        guides.some((guide) => guide.covers.includes(`${source.id}/${point.id}`))
          ? []
          : faultIn(files, fileOf.source(source.id), {
              path: ['points', index],
              what: `No guide carries the point ${source.id}/${point.id}.`,
              mend: 'Name it in the guide that treats it (covers), or write one.',
            }),
      ),
    ),
    ...content.beyond.flatMap((subject, index) =>
      guides.some((guide) => guide.beyond.includes(subject.id))
        ? []
        : faultIn(files, 'content/beyond.yaml', {
            path: [index],
            what: `No guide answers ${subject.id}.`,
            mend: 'Name it in the guide that answers it (beyond), or write one.',
          }),
    ),
  ];
};
