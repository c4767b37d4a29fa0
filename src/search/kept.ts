/** Keeps what a loader gave; asks anew after a failure. */
export function kept<T>(load: () => Promise<T>): () => Promise<T> {
  let promise: Promise<T> | undefined;
  return () => {
    promise ??= load();
    promise.catch(() => (promise = undefined));
    return promise;
  };
}
