/**
 * Names a download after the script and its wording, never after anything typed.
 *
 * @param script The script's id.
 * @param variant The variant's id.
 * @param ending The file's kind.
 * @returns Such as late-payment-email-firm.eml. Never throws.
 */
export function fileName(script: string, variant: string, ending: 'txt' | 'eml'): string {
  return `${script}-${variant}.${ending}`;
}
