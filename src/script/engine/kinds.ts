/** What a field may hold; keys, as content files write them. */
export const fieldKinds = ['text', 'long-text', 'choice', 'several', 'date', 'money', 'yes-or-no'] as const;
/** How the words reach the client; keys, whose labels stand in the file of strings. */
export const channels = ['email', 'phone', 'in-person', 'chat'] as const;
/** How hard the words press, mildest first; keys, whose labels stand in the file of strings. */
export const tones = ['warm', 'firm', 'final'] as const;
/** What of a result may be put into a text for one's own side; keys. */
export const fromResult = ['facts', 'headline', 'reviewOn'] as const;
