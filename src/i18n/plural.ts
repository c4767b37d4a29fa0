/** The words for each plural form of a language. English needs `one` and `other`; other languages have more. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/**
 * Makes the plural of one language, by its own rules.
 * @param language a language tag, such as en-GB
 * @returns a function that picks the form for a number and writes the number where the form has `#`
 */
export const pluralOf = (language: string) => {
  const rules = new Intl.PluralRules(language);
  return (count: number, forms: Forms): string =>
    (forms[rules.select(count)] ?? forms.other).replace('#', String(count));
};
