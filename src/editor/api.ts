import type { Reference } from '../content/schemas/shared.ts';

/**
 * What the editor's page and its server say to each other. All of it is JSON below `/edit/api/`: questions are GET with
 * the parameters in the address, changes are POST with one object as the body. The addresses end in a slash, as all of the
 * site do: `/edit/api/file/?layer=…`. A refusal has a status of 400 or more and
 * says `{ says }`: a sentence for the keeper.
 *
 * The keeper works on a copy of the content folders, the desk. The development server draws its pages from what the desk
 * was when it last had no fault, so that a change is seen before it is saved. Saving takes everything that differs from the desk into the real folders,
 * if the check of the whole finds nothing. A third copy, the base, says what the real files were when the desk took them:
 * where a real file is neither what the base says nor what the desk says, somebody else has changed it.
 */

/** What kind of file it is: it decides its schema. `list` is a file in the folder itself, such as situations.yaml. */
export type Kind = 'guide' | 'page' | 'source' | 'script' | 'tree' | 'cases' | 'fact' | 'phrasings' | 'list';

/** What an id in a form may refer to. Said in the JSON Schema as `refersTo`. */
export type { Reference };

/** One content file, known by its layer and its place in it. */
export interface Place {
  readonly layer: 'playbook' | 'company';
  /** Such as `guides/when-they-push/paying-late.mdx`. */
  readonly file: string;
}

/** `GET files`: everything there is to edit. */
export interface Files {
  /** The company's folder as the keeper knows it, if there is one. Then the playbook's files are read only. */
  readonly company?: string;
  readonly files: readonly FileSummary[];
  /** What references can be chosen from, in order. */
  readonly references: Readonly<Record<Exclude<Reference, 'way' | 'ending'>, readonly Choice[]>>;
  /** All faults of the desk, also of files that are not open. */
  readonly faults: readonly FaultAt[];
  /** The roles that keep pages, those of most pages first. */
  readonly owners: readonly string[];
}

/** `GET found?words=…`: the files in whose text the words stand in a row, whatever their capitals and quotes. */
export interface Found {
  readonly places: readonly Place[];
}

export interface Choice {
  readonly id: string;
  readonly title: string;
  /** What it belongs to, where there are many: the topic of a guide, the document of a point. */
  readonly group?: string;
}

export interface FileSummary extends Place {
  readonly kind: Kind;
  /** Its title, or its name where it has none. */
  readonly title: string;
  /** What is not saved yet, if anything. */
  readonly unsaved?: 'new' | 'changed' | 'removed';
  readonly isDraft: boolean;
  /** Somebody else has changed the real file, and the keeper has to choose. */
  readonly isChangedElsewhere?: true;
}

/** A fault of the check, at its field. */
export interface FaultAt extends Place {
  readonly line?: number;
  /** The field that the line belongs to: the path of the innermost value that holds it. Absent for the text of a page. */
  readonly path?: Path;
  /** The field in words: Outcomes › “Step back” › Why. Absent where no field has the fault. */
  readonly where?: string;
  /** In the words of the form, unless the form of the file is broken. */
  readonly what: string;
  readonly mend: string;
}

/** Keys and places in lists, from the outside in. */
export type Path = readonly (string | number)[];

/** `GET file?layer=…&file=…`, and the answer to every change: one file as it lies on the desk. */
export interface OpenFile extends FileSummary {
  /** The whole text. */
  readonly text: string;
  /** A digest of the text. A change names the one it was made on; another refuses it with 409 and the file as it is. */
  readonly version: string;
  /** The data of the YAML or the front matter; undefined when its form is broken: then it can be edited as text only. */
  readonly data?: unknown;
  /** The text below the front matter, for guides, pages and sources. */
  readonly body?: string;
  /** The JSON Schema of its data, with `description` for each key and `refersTo` where an id is chosen. */
  readonly schema: object;
  /** The address of the page that shows it, with the base path. */
  readonly address: string;
  readonly faults: readonly FaultAt[];
  /** Where a draft still waits for its words. */
  readonly unwritten: readonly FaultAt[];
  /** For trees and for their cases: what the outline shows. */
  readonly tree?: TreeView;
  /** For a list of the company's: the entries that the playbook's has, by their ids or keys. Of them it says what differs. */
  readonly beneath?: readonly string[];
  /** The playbook's file that this one of the company's stands in for has changed since this was made from it. */
  readonly isChangedBeneath?: true;
  /** When the real file was changed by somebody else: that text, null when it is gone. The keeper chooses by `resolve`. */
  readonly elsewhere?: string | null;
}

/** `POST change`. */
export interface ChangeFile extends Place {
  readonly version: string;
  readonly changes: readonly Change[];
}

/** One change to a file. Paths are of the data before this change and after the ones before it. */
export type Change =
  /** Sets a value, or adds a key that is not there yet. */
  | { readonly set: Path; readonly to: unknown }
  | { readonly remove: Path }
  /** Puts a value into a list; the path ends with its new place. */
  | { readonly insert: Path; readonly value: unknown }
  /** Moves an entry of a list to another place in the same list. */
  | { readonly move: Path; readonly to: number }
  | { readonly body: string }
  /** The whole file as text. */
  | { readonly text: string };

/** A tree, for its outline. */
export interface TreeView {
  readonly paths: number;
  readonly longest: number;
  readonly questions: readonly {
    readonly id: string;
    readonly isReachable: boolean;
    /** The address of the tree with a way to this question answered, to walk on from here. */
    readonly walk?: string;
  }[];
  readonly outcomes: readonly { readonly id: string; readonly isReachable: boolean }[];
  /** Against the tree as it is saved, or the playbook's that a new one stands in for; absent for others that are new, and when either is not sound or has too many paths. */
  readonly against?: {
    readonly paths: number;
    readonly changed: number;
    readonly moves: readonly { readonly from: string; readonly to: string | null; readonly paths: number }[];
    /** Questions and answers that old links name and that are gone without a word under `retired`. */
    readonly lost: readonly string[];
    /** Recorded cases with another outcome than before, but for those that say so. */
    readonly cases: readonly { readonly title: string; readonly was: string; readonly is: string }[];
    /** Whether saving raises its version, as links of before lead elsewhere. */
    readonly raiseVersion: boolean;
    /** The version above that of before. */
    readonly nextVersion: number;
  };
  /** Recorded cases whose answers do not lead where they say, also once the tree is saved; `is` is null at a question. */
  readonly elsewhere: readonly {
    /** The place of the case among the others. */
    readonly at: number;
    readonly id: string;
    readonly title: string;
    readonly says: string;
    readonly is: string | null;
  }[];
  /** Recorded cases that say another outcome than the file that is saved. */
  readonly retold: readonly {
    readonly at: number;
    readonly title: string;
    readonly was: string;
    readonly says: string;
  }[];
}

/** `POST new`: a starting file, made as `npm run new` makes it. The answer is the OpenFile. */
export interface NewFile {
  readonly kind: 'guide' | 'script' | 'tree';
  readonly title: string;
  readonly topic?: string;
}

/**
 * `POST own { file }`: copies a file of the playbook into the company's folder; a list begins with nothing in it, as it is
 * put together with the playbook's. The answer is the OpenFile.
 */
/**
 * `POST outcomes { file, cases }`: lets recorded cases of a tree, which is named by its file, say where their answers lead
 * now: those whose ids are named, or without `cases` all of them. Those that end at a question stay. Beside a company's folder that is its own copy of the cases, which is made if it is
 * not there. The answer is the OpenFile of the cases.
 */
/** `POST undo { layer, file }`: the file as it is saved; a new one goes. The answer is Files. */
/** `POST remove { layer, file }`: takes a file away, on the desk. The answer is Files. */
/** `POST resolve { layer, file, keep: 'mine' | 'theirs' }`: after somebody else's change. The answer is the OpenFile. */

/**
 * `POST picture`: puts a picture into the real `pictures/` at once, of the company's folder if there is one. A PNG, JPEG,
 * WebP, GIF or AVIF of up to 10 MB; what is none is refused with a sentence (400, 413). Pictures and attachments are no
 * files of the desk: they are never in Files or in Difference, but faults may name them, without line and path.
 */
export interface NewPicture {
  readonly layer?: Place['layer'];
  /** As the file is called on the keeper's machine: its name in the folder is made from that. */
  readonly name: string;
  /** The file in base64, without `data:` in front. */
  readonly data: string;
}

/** The answer to `POST picture`. */
export interface PictureAdded {
  /** How texts name it: `/pictures/harbour-team.png`. */
  readonly address: string;
  /** Whether it was not in the folder before. */
  readonly isNew: boolean;
}

/** `GET difference`: what saving would change, the version of a tree that it raises too. */
export interface Difference {
  readonly files: readonly (Place & {
    readonly unsaved: 'new' | 'changed' | 'removed';
    /**
     * A unified diff with three lines around each change; of a new copy for the company against the playbook's file, which
     * its first line then names.
     */
    readonly diff: string;
  })[];
  /** Recorded cases of the trees that saving would change which come out otherwise than before, and do not say so, by the tree's file. */
  readonly cases: readonly {
    readonly file: string;
    readonly title: string;
    readonly was: string;
    readonly is: string;
  }[];
}

/**
 * `POST save {}`: takes everything over, and raises the version of a tree whose links of before lead elsewhere. 422 when the check finds faults, 409 when somebody else has changed a file
 * (`{ says, files: Files }` both); nothing is written then.
 */
export interface Saved {
  readonly saved: readonly Place[];
  /** The pictures that were put in since it was saved last, as texts name them. They lie in the real folder already. */
  readonly pictures: readonly string[];
  readonly files: Files;
}
