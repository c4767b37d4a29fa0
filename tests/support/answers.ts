import { NoAnswer, type Terminal } from '../../src/cli/terminal.ts';

/**
 * Somebody at a terminal who gives these answers in a row, and then breaks off.
 * @returns the terminal, and all that was said on it so far
 */
export function answering(answers: readonly string[]): { readonly terminal: Terminal; readonly said: () => string } {
  const left = [...answers];
  let said = '';
  return {
    said: () => said,
    terminal: {
      say: (text) => void (said += `${text}\n`),
      ask: async (question) => {
        said += question;
        const answer = left.shift();
        if (answer === undefined) throw new NoAnswer();
        said += `${answer}\n`;
        return answer.trim();
      },
    },
  };
}
