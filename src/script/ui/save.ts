import { toEml } from '../engine/eml.ts';
import { fileName } from '../engine/file-name.ts';
import { toTextFile, type Message } from '../engine/message.ts';
import { download } from './download.ts';

/** The kinds of files that a message is saved as. */
export type Ending = 'txt' | 'eml';

/**
 * Hands the reader a message as a file.
 *
 * @param script the script's id
 * @param variant the variant's id
 * @param ending the kind of file
 * @param message what goes into it; one that is no mail makes no file of mail
 */
export function saveMessage(script: string, variant: string, ending: Ending, message: Message): void {
  const content = ending === 'txt' ? toTextFile(message) : toEml(message);
  if (content === undefined) return;
  const type = ending === 'txt' ? 'text/plain;charset=utf-8' : 'message/rfc822';
  download(fileName(script, variant, ending), type, content);
}
