import { createInterface } from 'node:readline';
import { cannotWrite } from './cannot-write.ts';

/** Somebody at a terminal, or a file that answers in their place. */
export interface Terminal {
  say(text: string): void;
  /**
   * Asks one question.
   * @returns the line that was answered, without blanks at its ends
   * @throws {NoAnswer} when the input ends or is broken off
   */
  ask(question: string): Promise<string>;
}

/** The input ended, or was broken off with Ctrl-C, before everything was answered. */
export class NoAnswer extends Error {}

/**
 * Runs a command that asks questions.
 * @param command gets the terminal and gives the exit code
 * @returns the exit code: 1 when the input ended before everything was answered, or a file could not be written
 * @param ended what is said then
 */
export async function atTerminal(command: (terminal: Terminal) => Promise<number>, ended: string): Promise<number> {
  const reader = createInterface({ input: process.stdin, output: process.stdout });
  // Lines wait in a row, so that a file which answers may give them all at once.
  const lines = reader[Symbol.asyncIterator]();
  reader.on('SIGINT', () => reader.close());
  const terminal: Terminal = {
    say: (text) => console.log(text),
    async ask(question) {
      reader.setPrompt(question);
      reader.prompt();
      const { value, done } = await lines.next();
      if (done) throw new NoAnswer();
      // What a file answers does not show by itself.
      if (!process.stdin.isTTY) console.log(value);
      return value.trim();
    },
  };
  try {
    return await command(terminal);
  } catch (error) {
    const said = error instanceof NoAnswer ? ended : cannotWrite(error);
    if (said === undefined) throw error;
    console.log(`\n\n${said}`);
    return 1;
  } finally {
    reader.close();
  }
}
