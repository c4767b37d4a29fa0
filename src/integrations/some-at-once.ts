/** How many files are in memory at once, so that the largest site needs no more of it than a small one. */
const atOnce = 16;

/**
 * Does something with each of many files, some of them at once: most of the time is waiting for the disk.
 * @param files their names
 * @param work what to do with one; when it fails, so does the whole
 */
export async function someAtOnce(files: readonly string[], work: (file: string) => Promise<void>): Promise<void> {
  const waiting = files.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const file of waiting) await work(file);
    }),
  );
}
