/** What a field may hold. */
export const fieldKinds = ['text', 'long text', 'choice', 'several', 'date', 'money', 'yes or no'] as const;
/** How the words reach the client. */
export const channels = ['email', 'phone', 'in person', 'chat'] as const;
/** How hard the words press, mildest first. */
export const tones = ['warm', 'firm', 'final'] as const;
