/** What may stand in a text, and how. */
export interface Allowed {
  /** The attributes it must have. */
  readonly needs?: readonly string[];
  /** Attributes it may have. */
  readonly may?: readonly string[];
  /** Whether text stands between an opening and a closing tag. */
  readonly holdsText: boolean;
  /** What a picture is made of, and nothing beside it: a list or a table of this size. */
  readonly picture?: Picture;
  /** Whether it is a paragraph or box of its own, or stands in the middle of a sentence. */
  readonly place: 'own line' | 'sentence';
}

/** The list or table that a picture draws. */
export type Picture =
  | { readonly list: 'numbered' | 'bulleted'; readonly from: number; readonly to: number }
  | { readonly columns: number; readonly from: number; readonly to: number };

/** The components and the elements of HTML that guides and pages may use, by name. Everything else is refused. */
export const allowedTags: Readonly<Record<string, Allowed>> = {
  Why: { holdsText: true, place: 'own line' },
  Example: { holdsText: true, place: 'own line' },
  Fact: { needs: ['id'], holdsText: false, place: 'own line' },
  Danger: { holdsText: false, place: 'own line' },
  Script: { needs: ['id'], may: ['variant'], holdsText: false, place: 'own line' },
  Tree: { needs: ['id'], holdsText: false, place: 'own line' },
  Ladder: { may: ['at'], holdsText: false, place: 'own line' },
  Timeline: { holdsText: true, picture: { list: 'numbered', from: 3, to: 6 }, place: 'own line' },
  TrafficLight: { holdsText: true, picture: { list: 'bulleted', from: 3, to: 3 }, place: 'own line' },
  Matrix: { holdsText: true, picture: { columns: 3, from: 2, to: 3 }, place: 'own line' },
  Tracker: { holdsText: true, picture: { columns: 3, from: 2, to: 6 }, place: 'own line' },
  MonthsWithout: { holdsText: true, place: 'own line' },
  Who: { needs: ['role'], holdsText: false, place: 'sentence' },
  Emergency: { holdsText: false, place: 'sentence' },
  abbr: { may: ['title'], holdsText: true, place: 'sentence' },
  br: { holdsText: false, place: 'sentence' },
  kbd: { holdsText: true, place: 'sentence' },
  sub: { holdsText: true, place: 'sentence' },
  sup: { holdsText: true, place: 'sentence' },
};
