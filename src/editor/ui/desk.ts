import type { Change, Difference, FaultAt, FileSummary, Files, NewFile, OpenFile, Path, Place, Saved } from '../api.ts';
import { titleOf } from '../engine/field-words.ts';
import { apply, valueAt } from './apply.ts';
import { askServer, fileIn, placeQuery, Refusal } from './ask-server.ts';
import { freshAfter, isUnfilled, type Fresh } from './fresh.ts';
import { isWithin } from './is-within.ts';
import { isUnanswered, toAnswerFirst } from './read-tree.ts';

/** A question to the keeper, with what happens when the answer is yes. */
export interface Asking {
  readonly title: string;
  readonly says?: string;
  readonly yes: string;
  /** What to write, if anything. */
  readonly words?: string;
  /** What to choose, if anything. */
  readonly choice?: {
    readonly label: string;
    /** With `asks`, choosing it asks for words of its own. */
    readonly from: readonly { readonly id: string; readonly title: string; readonly asks?: string }[];
    /** Empty where nothing is chosen for the keeper at first; without it the first of all is. */
    readonly first?: '';
  };
  readonly run: (words: string, chosen: string, more: string) => unknown;
}

/** Whether two places are the same file. */
export const isSame = (one: Place | undefined, other: Place | undefined): boolean =>
  one?.layer === other?.layer && one?.file === other?.file;

/** What the keeper knows of: the list of what is written in place of the playbook's keeps itself. */
export const isContent = ({ file }: Place): boolean => file !== 'overrides.yaml';

/** So many earlier texts of the open file are kept. */
const mostEarlier = 50;
const wait = 400;
const retry = 3000;
const undecided = 'First say what becomes of the changes that were not taken over.';

/**
 * What the page knows: the files, the one that is open, and the changes that are on their way. A change shows at once
 * and is told to the server a moment later, one answer after another; until the server has taken it, it is kept.
 */
export class Desk {
  files: Files | undefined;
  open: OpenFile | undefined;
  /** The open file's data, body and text with all changes, also those on their way. */
  data: unknown;
  body = '';
  text = '';
  /** Why changes wait, and whether somebody else has changed the file. */
  trouble: { readonly says: string; readonly isElsewhere: boolean } | undefined;
  /** What is said aloud: saved, added, moved; and whether it says that something was not done. */
  said = '';
  isRefused = false;
  /** Recorded cases that end elsewhere when it is saved: the keeper says whether they shall. */
  ending: Difference['cases'] = [];
  asking: Asking | undefined;
  /** The field to go to; the number tells one time from the next. */
  goTo: { readonly path: Path; readonly line: number | undefined; readonly time: number } | undefined;
  /** Entries that were just added: what is empty in them is still to fill, and no fault yet. */
  fresh: readonly Fresh[] = [];
  /** What the frame shows when it is not the page of the open file. */
  framed = '';
  /** How many files were begun here. */
  begun = 0;
  /** How often the open file became another by something else than what is typed in it: what a field shows is old then. */
  renewed = 0;
  /** When the server last took something that pages show. */
  changedAt = 0;
  /** The texts of the open file before the last changes, the latest last. */
  #earlier: readonly string[] = [];
  /** How often a field was gone to. */
  #times = 0;
  /** How often a file was asked for. */
  #turn = 0;
  readonly #listeners = new Set<() => void>();
  #waiting: readonly Change[] = [];
  #sending: readonly Change[] = [];
  #sent: Promise<void> | undefined;
  #saving: Promise<boolean> | undefined;
  /** Whether a file is asked for that is made just now. */
  #isMaking = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #filesTimer: ReturnType<typeof setTimeout> | undefined;

  /** Calls back whenever something has changed; gives what ends it. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes over some of what the page knows, and shows it. */
  tell(
    news: Partial<Pick<Desk, 'files' | 'said' | 'isRefused' | 'asking' | 'ending' | 'fresh' | 'framed' | 'trouble'>>,
  ): void {
    // What was said of something before says nothing of what is done now.
    if (news.asking) this.said = '';
    if (news.said !== undefined) this.isRefused = false;
    Object.assign(this, news);
    for (const listener of this.#listeners) listener();
  }

  /** Whether changes are still on their way. */
  get isBusy(): boolean {
    return this.#waiting.length + this.#sending.length > 0;
  }

  /** Whether a fault of the open file says only that something in an entry just added is still empty. */
  isStillToFill({ path, ...place }: FaultAt): boolean {
    return (
      path !== undefined &&
      isSame(place, this.open) &&
      this.fresh.some((entry) => isWithin(entry.path, path)) &&
      isUnfilled(valueAt(this.open?.data, path))
    );
  }

  /** Whether something has to stand in an empty field of the open file, also where its form lets it be empty. */
  isToFill(path: Path): boolean {
    const isAt = (fault: FaultAt): boolean => JSON.stringify(fault.path) === JSON.stringify(path);
    return (
      ((this.open?.faults ?? []).some(isAt) && isUnfilled(valueAt(this.data, path))) ||
      (this.open?.unwritten ?? []).some(isAt)
    );
  }

  /** What is still to fill in the open file. */
  get stillToFill(): readonly FaultAt[] {
    return (this.open?.faults ?? []).filter((fault) => this.isStillToFill(fault));
  }

  /** The faults without what is still to fill. */
  get toPutRight(): readonly FaultAt[] {
    return this.faults.filter((fault) => !this.isStillToFill(fault));
  }

  get faults(): readonly FaultAt[] {
    const open = this.open;
    const others = this.files?.faults.filter((fault) => !isSame(fault, open)) ?? [];
    return [...(open?.faults ?? []), ...others];
  }

  /** What saving would take over. Of the open file that is known first. */
  get unsaved(): readonly FileSummary[] {
    const open = this.open;
    return (
      this.files?.files
        .map((file) => (open && isSame(file, open) && file.unsaved !== 'removed' ? open : file))
        .filter(({ unsaved }) => unsaved) ?? []
    );
  }

  /** Whether there is anything to save, as far as the page knows. */
  get isSaved(): boolean {
    return this.files !== undefined && !this.isBusy && this.unsaved.length === 0;
  }

  /** Whether the open file is the playbook's, and a company keeps its own beside it. */
  get isReadOnly(): boolean {
    return this.files?.company !== undefined && this.open?.layer === 'playbook';
  }

  /**
   * Whether a group of the open file says only what differs from the playbook's. So it is in a list of the company's, unless
   * it stands in an entry that the playbook's list has not: that one has to say all.
   */
  isPartial([first]: Path): boolean {
    const { open } = this;
    if (open?.layer !== 'company' || open.kind !== 'list') return false;
    const id = typeof first === 'number' ? valueAt(this.data, [first, 'id']) : first;
    return typeof id !== 'string' || (open.beneath ?? []).includes(id);
  }

  /** The other of the playbook's file and the company's own in its place. */
  twinOf({ layer, file }: Place): FileSummary | undefined {
    return this.files?.files.find((one) => one.file === file && one.layer !== layer && one.unsaved !== 'removed');
  }

  /** What an outcome of a tree says to do. */
  headlineOf(tree: string, outcome: string | null): string {
    if (isUnanswered(outcome)) return toAnswerFirst;
    const named = `${tree}/${outcome}`;
    return this.files?.references.outcome.find(({ id }) => id === named)?.title ?? titleOf(outcome);
  }

  /** Says that something was not done, and why. */
  refuse(said: string): void {
    this.tell({ said, isRefused: true });
  }

  /** Says in words what went wrong, in place of failing. */
  async attempt<T>(run: () => Promise<T>): Promise<T | undefined> {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.refuse(error.message);
      return undefined;
    }
  }

  async readFiles(): Promise<void> {
    await this.attempt(async () => this.tell({ files: await askServer<Files>('files') }));
  }

  /** Sees what others have changed on the disk meanwhile. */
  async refresh(): Promise<void> {
    await this.readFiles();
    await this.#reread();
  }

  /** Takes the open file as it is now, unless changes are on their way: what the server makes of those comes then. */
  async #reread(): Promise<void> {
    const { open } = this;
    if (!open || this.isBusy || this.trouble) return;
    const now = await askServer<OpenFile>(`file${placeQuery(open)}`).catch(() => undefined);
    if (!now || this.open !== open || this.isBusy) return;
    // What somebody else has changed is not taken back from here.
    if (now.version !== open.version) {
      this.#earlier = [];
      this.renewed++;
    }
    this.#take(now);
  }

  /**
   * Opens a file, after all changes to the one before are told.
   * @param path the field to go to
   * @param line the line of the file, for texts
   */
  async openFile(place: Place, path?: Path, line?: number): Promise<void> {
    const turn = ++this.#turn;
    await this.flush();
    if (this.isBusy) return this.refuse(undecided);
    if (!isSame(place, this.open)) {
      this.said = '';
      const found = await this.attempt(() => askServer<OpenFile>(`file${placeQuery(place)}`));
      // Meanwhile another file was asked for.
      if (turn !== this.#turn) return;
      if (found) {
        this.#take(found);
        this.fresh = [];
        this.#earlier = [];
        this.framed = '';
        this.goTo = undefined;
      }
    }
    if (path) this.go(path, line);
    this.tell({});
  }

  /** Goes to a field of the open file, and opens what it is in. */
  go(path: Path, line?: number): void {
    this.goTo = { path, line, time: ++this.#times };
    this.tell({});
  }

  closeFile(): void {
    this.#waiting = [];
    this.fresh = [];
    this.#earlier = [];
    this.open = undefined;
    this.goTo = undefined;
    this.tell({ framed: '', trouble: undefined });
  }

  /** Changes the open file. */
  change(...changes: readonly Change[]): void {
    for (const change of changes) {
      const last = this.#waiting.at(-1);
      const isAgain =
        last &&
        kindAndPath(last) === kindAndPath(change) &&
        !('remove' in change || 'insert' in change || 'move' in change);
      this.#waiting = isAgain ? this.#waiting.with(-1, change) : [...this.#waiting, change];
      this.#applyHere(change);
      this.fresh = freshAfter(this.fresh, change);
    }
    this.said = '';
    clearTimeout(this.#timer);
    if (!this.trouble) this.#timer = setTimeout(() => void this.flush(), wait);
    this.tell({});
  }

  /** Whether there is a change to the open file that can be taken back. */
  get canStepBack(): boolean {
    return !this.isReadOnly && !this.trouble && (this.#earlier.length > 0 || this.isBusy);
  }

  /** Takes back the last change to the open file. */
  async stepBack(): Promise<void> {
    await this.flush();
    const text = this.#earlier.at(-1);
    if (text === undefined || this.trouble) return;
    const kept = this.#earlier.slice(0, -1);
    this.change({ text });
    await this.flush();
    if (this.trouble) return;
    this.renewed++;
    // The step back is no change to be taken back itself.
    this.#earlier = kept;
    const isThere = ({ path }: Fresh): boolean => valueAt(this.data, path) !== undefined;
    this.tell({ said: 'The last change is undone.', fresh: this.fresh.filter(isThere) });
  }

  /** Tells the server all changes now. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.open && !this.trouble && (this.#sent || this.#waiting.length > 0)) await (this.#sent ??= this.#send());
  }

  /** Tries again what was refused, on the file as it is now. */
  async tryAgain(): Promise<void> {
    this.tell({ trouble: undefined });
    await this.flush();
  }

  /** Gives up the changes that wait, and shows the file as it is. */
  async dropChanges(): Promise<void> {
    const place = this.open;
    this.closeFile();
    if (place) await this.openFile(place);
  }

  async #send(): Promise<void> {
    const { open } = this;
    if (!open) return;
    this.#sending = this.#waiting;
    this.#waiting = [];
    const { layer, file, version } = open;
    try {
      const taken = await askServer<OpenFile>('change', { layer, file, version, changes: this.#sending });
      this.changedAt = Date.now();
      this.#sending = [];
      if (taken.version !== version) this.#earlier = [...this.#earlier, open.text].slice(-mostEarlier);
      if (isSame(this.open, open)) this.#take(taken);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // Nothing typed is lost: it waits until the keeper has decided, or the server answers again.
      const waiting = [...this.#sending, ...this.#waiting];
      this.#sending = [];
      this.#waiting = waiting;
      const now = error.status === 409 ? fileIn(error.body) : undefined;
      if (now) {
        this.#earlier = [];
        this.renewed++;
        this.#take(now);
      }
      this.tell({ trouble: { says: error.message, isElsewhere: error.status === 409 } });
      if (error.status === 0) setTimeout(() => void this.tryAgain(), retry);
    } finally {
      this.#sent = undefined;
    }
    this.#readFilesSoon();
  }

  #readFilesSoon(): void {
    clearTimeout(this.#filesTimer);
    this.#filesTimer = setTimeout(() => void this.readFiles(), 2 * wait);
  }

  #applyHere(change: Change): void {
    if ('body' in change) this.body = change.body;
    else if ('text' in change) this.text = change.text;
    else this.data = apply(this.data, change);
  }

  /** Takes a file over from the server, with the changes on top that it has not seen. */
  #take(file: OpenFile): void {
    this.open = file;
    this.data = file.data;
    this.body = file.body ?? '';
    this.text = file.text;
    for (const change of this.#waiting) this.#applyHere(change);
    this.tell({});
  }

  /**
   * Begins a new file, with what the keeper has chosen for it: that is no change to be taken back.
   * @param chosen what that changes in the data that the file begins with
   */
  async begin(file: NewFile, chosen: (data: unknown) => readonly Change[]): Promise<boolean> {
    if (!(await this.become('new', file))) return false;
    this.change(...chosen(this.data));
    await this.flush();
    this.#earlier = [];
    this.tell({});
    return true;
  }

  /**
   * Begins a new file beside the open one, which stays open.
   * @returns the new file; undefined when it was refused, which is told
   */
  async beginBeside(file: NewFile): Promise<OpenFile | undefined> {
    await this.flush();
    const made = await this.attempt(() => askServer<OpenFile>('new', file));
    if (!made) return undefined;
    this.changedAt = Date.now();
    this.begun++;
    await this.readFiles();
    return made;
  }

  /** Asks the server for something that gives a file, and opens that: a new one, a copy of our own, one version of two. */
  async become(what: 'new' | 'own' | 'resolve', body: NewFile | object): Promise<boolean> {
    // A button that is pressed twice makes one file.
    if (this.#isMaking) return false;
    this.#isMaking = true;
    await this.flush();
    const given = await this.attempt(() => askServer<OpenFile | Files>(what, body));
    this.#isMaking = false;
    if (!given) return false;
    this.changedAt = Date.now();
    if (what === 'new') this.begun++;
    // Where theirs was to remove it, there is no file any more.
    this.closeFile();
    if ('version' in given) this.#take(given);
    await this.readFiles();
    return true;
  }

  /**
   * Lets recorded cases of some trees say where their answers lead now.
   * @param trees their files
   * @param cases the ids of those that shall; all of them without it
   */
  async takeOutcomes(trees: readonly string[], cases?: readonly string[]): Promise<void> {
    await this.flush();
    for (const file of trees) if (!(await this.attempt(() => askServer('outcomes', { file, cases })))) return;
    this.changedAt = Date.now();
    const { open } = this;
    const now = open && (await this.attempt(() => askServer<OpenFile>(`file${placeQuery(open)}`)));
    if (now && now.version !== open.version) this.#earlier = [...this.#earlier, open.text].slice(-mostEarlier);
    if (now) this.#take(now);
    await this.readFiles();
    this.tell({ said: 'Taken over. See that the story fits the new result, then save.' });
  }

  /** Takes a file away, or takes back all that is not saved. */
  async give(what: 'undo' | 'remove', { layer, file }: Place): Promise<void> {
    const isOpen = isSame(this.open, { layer, file });
    if (isOpen) {
      this.#waiting = [];
      await this.#sent;
    } else await this.flush();
    const files = await this.attempt(() => askServer<Files>(what, { layer, file }));
    if (!files) return;
    this.changedAt = Date.now();
    if (isOpen) this.closeFile();
    this.tell({
      files,
      said: what === 'undo' ? 'All changes to the file are undone.' : 'The file is removed. Save to make it so.',
    });
    if (what === 'undo' && files.files.some((one) => isSame(one, { layer, file })))
      await this.openFile({ layer, file });
  }

  /**
   * Saves everything. Gives whether faults stand in the way.
   * @param isAgreed whether recorded cases may end elsewhere than before; without it the keeper is asked first
   */
  async save(isAgreed = false): Promise<boolean> {
    this.#saving ??= this.#save(isAgreed).finally(() => (this.#saving = undefined));
    return this.#saving;
  }

  async #save(isAgreed: boolean): Promise<boolean> {
    await this.flush();
    if (this.isBusy) {
      this.refuse(undecided);
      return false;
    }
    this.tell({ ending: [], fresh: [] });
    try {
      if (!isAgreed) {
        const { files, cases } = await askServer<Difference>('difference');
        if (files.length === 0) {
          this.tell({ said: 'Nothing to save.' });
          return false;
        }
        // What stands in the way of saving comes first: that is told when it is refused.
        if (cases.length > 0) await this.readFiles();
        const isRefused = this.faults.length > 0 || this.files?.files.some((file) => file.isChangedElsewhere);
        if (cases.length > 0 && !isRefused) {
          this.tell({ ending: cases, said: '' });
          return false;
        }
      }
      const { saved, pictures, files } = await askServer<Saved>('save', {});
      const written = [
        counted(saved.filter(isContent).length, 'file'),
        ...(pictures.length > 0 ? [counted(pictures.length, 'picture')] : []),
      ];
      this.tell({ files, said: `Saved: ${written.join(' and ')}.` });
      await this.#reread();
      return false;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.refuse(error.message);
      await this.readFiles();
      const elsewhere = this.files?.files.find((file) => file.isChangedElsewhere && file.unsaved !== 'removed');
      if (elsewhere) {
        this.closeFile();
        await this.openFile(elsewhere);
        // What is wrong may have come from outside, such as a picture that was renamed.
      } else await this.#reread();
      return error.status === 422;
    }
  }
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

const kindAndPath = (change: Change): string =>
  'set' in change ? JSON.stringify(change.set) : (Object.keys(change)[0] ?? '');
