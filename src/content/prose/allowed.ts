/** What may stand in a text, and how. */
export interface Allowed {
  /** The attributes it must have. */
  readonly needs?: readonly string[];
  /** Attributes it may have. */
  readonly may?: readonly string[];
  /** Whether text stands between an opening and a closing tag. */
  readonly holdsText: boolean;
  /** Whether it is a paragraph or box of its own, or stands in the middle of a sentence. */
  readonly place: 'own line' | 'sentence';
}

/** The components and the elements of HTML that guides and pages may use, by name. Everything else is refused. */
export const allowedTags: Readonly<Record<string, Allowed>> = {
  Why: { holdsText: true, place: 'own line' },
  Example: { holdsText: true, place: 'own line' },
  Fact: { needs: ['id'], holdsText: false, place: 'own line' },
  Danger: { holdsText: false, place: 'own line' },
  Script: { needs: ['id'], may: ['variant'], holdsText: false, place: 'own line' },
  Tree: { needs: ['id'], holdsText: false, place: 'own line' },
  Who: { needs: ['role'], holdsText: false, place: 'sentence' },
  Emergency: { holdsText: false, place: 'sentence' },
  abbr: { may: ['title'], holdsText: true, place: 'sentence' },
  br: { holdsText: false, place: 'sentence' },
  kbd: { holdsText: true, place: 'sentence' },
  sub: { holdsText: true, place: 'sentence' },
  sup: { holdsText: true, place: 'sentence' },
};
