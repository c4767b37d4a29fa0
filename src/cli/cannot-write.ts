/** What keeps a file from being written, as far as the person at the terminal can do something about it. */
const reasons: Readonly<Record<string, string>> = {
  EACCES:
    'You may not write there. Ask whoever keeps this machine, or work in a copy of the project in a folder of your own.',
  EPERM: 'You may not write there, or another program has it open. Close that, or work in a copy of the project.',
  EROFS: 'The disk can only be read. Work in a copy of the project on another disk.',
  ENOSPC: 'The disk is full. Make room, then do it again.',
};

/** What is said of an error that kept a file from being written; undefined for any other. */
export function cannotWrite(error: unknown): string | undefined {
  const { code = '', path = '' } = error as NodeJS.ErrnoException;
  const reason = reasons[code];
  return reason === undefined ? undefined : `${path || 'A file'} could not be written. ${reason}`;
}

/**
 * Runs a command. When a file cannot be written it says which, and what to do.
 * @param command gives the exit code
 * @returns the exit code: 1 when a file could not be written
 * @throws whatever else the command throws
 */
export function tellingWhatCannotBeWritten(command: () => number): number {
  try {
    return command();
  } catch (error) {
    const said = cannotWrite(error);
    if (said === undefined) throw error;
    console.error(said);
    return 1;
  }
}
