import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { FileSummary, Found } from '../api.ts';
import { searched, titledAs } from '../engine/find.ts';
import { askServer } from './ask-server.ts';
import { isSame, type Desk } from './desk.ts';
import { toldApart } from './drawing.ts';
import { useDesk } from './use-desk.ts';

const groupNames: Readonly<Record<Exclude<FileSummary['kind'], 'guide' | 'list'>, string>> = {
  script: 'Scripts',
  tree: 'Trees',
  cases: 'Cases of the trees',
  fact: 'Facts',
  page: 'Other pages',
  source: 'Documents',
  phrasings: 'Words people search with',
};
const order = ['The company', 'Guides', 'Scripts', 'Trees', 'Cases of the trees', 'Situations and lists'];

/** All there is to edit, in groups, with a filter. */
export function ContentList({ onOpen }: { readonly onOpen: () => void }): JSX.Element {
  const desk = useDesk();
  const [filter, setFilter] = useState('');
  /** The files in whose text the words stand, and for which words that was asked. */
  const [inText, setInText] = useState<Found & { readonly words: string }>({ words: '', places: [] });
  // The company's own stands for both: the playbook's text is read from there.
  const files = (desk.files?.files ?? []).filter((file) => file.layer === 'company' || !desk.twinOf(file));
  // What was begun just now shall be seen.
  useEffect(() => setFilter(''), [desk.begun]);
  const topics = desk.files?.references.topic ?? [];
  const groupOf = ({ kind, file }: FileSummary): string => {
    if (kind === 'list') return /^(?:organisation|playbook)\.yaml$/.test(file) ? 'The company' : 'Situations and lists';
    if (kind !== 'guide') return groupNames[kind];
    const topic = file.split('/')[1];
    return `Guides: ${topics.find(({ id }) => id === topic)?.title ?? topic ?? ''}`;
  };
  const words = searched(filter).split(' ').filter(Boolean);
  const isNamed = (file: FileSummary): boolean =>
    words.every((word) => searched(`${file.title} ${file.file}`).includes(word));
  /** What was probably meant: it stands above the groups, and not in them. */
  const meant = titledAs(files, filter);
  const isWanted = (file: FileSummary): boolean =>
    isNamed(file) ||
    (inText.words === filter &&
      // A list of the company's is read together with the playbook's.
      inText.places.some((place) => isSame(place, file) || (file.kind === 'list' && place.file === file.file)));
  useEffect(() => {
    if (words.length === 0) return;
    let isLate = false;
    const timer = setTimeout(() => {
      void desk
        .attempt(() => askServer<Found>(`found?${new URLSearchParams({ words: filter }).toString()}`))
        .then((found) => found && !isLate && setInText({ ...found, words: filter }));
    }, 200);
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [filter]);
  const groups = useMemo(() => {
    const found = Object.entries(Object.groupBy(files, groupOf));
    const place = ([name]: readonly [string, unknown]): number => {
      const at = order.indexOf(name.replace(/:.*/, ''));
      // Topics in their own order, between the groups before and after all guides.
      const topic = topics.findIndex(({ title }) => name === `Guides: ${title}`) + 1;
      return at === -1 ? order.length : at + topic / (topics.length + 1);
    };
    return found.sort((one, other) => place(one) - place(other));
  }, [desk.files]);
  /** Some of the files that stand together, by their titles; with a group each says where it belongs. */
  const items = (
    wanted: readonly FileSummary[],
    all: readonly FileSummary[],
    group?: (file: FileSummary) => string,
  ): JSX.Element => {
    const titles = toldApart(all.map((file) => ({ id: nameOf(file), title: file.title })));
    return (
      <ul>
        {wanted.map((file) => (
          <Item
            key={`${file.layer} ${file.file}`}
            file={file}
            title={titles[all.indexOf(file)]?.title ?? file.title}
            group={group?.(file)}
            isByText={!isNamed(file)}
            onOpen={onOpen}
          />
        ))}
      </ul>
    );
  };
  return (
    <>
      <label for="filter">Find in titles and texts</label>
      <input
        id="filter"
        type="search"
        autocomplete="off"
        value={filter}
        onInput={({ currentTarget }) => setFilter(currentTarget.value)}
      />
      <p class="quiet list__found" role="status">
        {words.length > 0 && `${files.filter(isWanted).length} found`}
      </p>
      {meant.length > 0 && <section aria-label="Titles that begin so">{items(meant, meant, groupOf)}</section>}
      {groups.map(([name, all = []]) => {
        const wanted = all.filter((file) => isWanted(file) && !meant.includes(file));
        if (wanted.length === 0) return null;
        const isOpen = words.length > 0 || wanted.some((file) => isShown(desk, file) || file.unsaved);
        return (
          <details key={name} open={isOpen || undefined}>
            <summary>
              {name} <small class="quiet">{wanted.length}</small>
            </summary>
            {items(wanted, all)}
          </details>
        );
      })}
    </>
  );
}

/** Whether a file is open, or the playbook's text that it stands in place of. */
const isShown = (desk: Desk, file: FileSummary): boolean =>
  isSame(file, desk.open) || (desk.open !== undefined && isSame(file, desk.twinOf(desk.open)));

/** What tells a file from another of the same title: where it lies in its folder. */
const nameOf = ({ file }: FileSummary): string => file.replace(/^[^/]+\//, '').replace(/\.[a-z]+$/, '');

interface ItemProps {
  readonly file: FileSummary;
  readonly title: string;
  /** Whether what is looked for stands in its text alone. */
  readonly isByText: boolean;
  /** The group that it belongs to, where it does not stand in it. */
  readonly group: string | undefined;
  readonly onOpen: () => void;
}

function Item({ file, title, isByText, group, onOpen }: ItemProps): JSX.Element {
  const desk = useDesk();
  const isOpen = isShown(desk, file);
  const faults = desk.toPutRight.filter((fault) => isSame(fault, file)).length;
  const marks = [
    group,
    isByText && 'in the text',
    file.layer === 'company' && 'your own',
    file.isDraft && 'draft',
    file.unsaved && { new: 'new', changed: 'changed', removed: 'removed' }[file.unsaved],
    file.isChangedElsewhere && 'changed elsewhere',
  ];
  if (file.unsaved === 'removed')
    return (
      <li class="item">
        <s>{title}</s>{' '}
        <button type="button" class="link" onClick={() => void desk.give('undo', file)}>
          Take back<span class="visually-hidden"> {title}</span>
        </button>
      </li>
    );
  return (
    <li>
      <button
        type="button"
        class="item"
        aria-current={isOpen ? 'true' : undefined}
        onClick={() => {
          onOpen();
          void desk.openFile(file);
        }}
      >
        {title}
        {marks.map((mark) => mark && <small class="mark">{mark}</small>)}
        {faults > 0 && <small class="mark mark--fault">{faults === 1 ? '1 fault' : `${faults} faults`}</small>}
      </button>
    </li>
  );
}
