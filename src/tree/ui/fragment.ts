import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** The address bar as the one place where the walk is kept. */
export interface Fragment {
  /** The fragment that holds the answers; null at the start. */
  readonly now: string | null;
  /** Whether the code runs in a browser; false in what the server sends. */
  readonly alive: boolean;
  /** Whether the reader has moved since the page was opened, so that focus may follow. */
  readonly moved: boolean;
  /**
   * Goes on to another fragment, as a new entry in the browser's history.
   *
   * @param next where to go
   * @param here what the entry left behind is to hold, so that the browser's back shows the answer given
   */
  readonly go: (next: string, here?: string) => void;
  /** Puts another fragment in the place of this one, without an entry of its own. */
  readonly replace: (fragment: string) => void;
}

/**
 * Follows the fragment of the address. Headings of the page keep their links: those hold no answers and are let through.
 *
 * @param place what stands before the walk's own fragment in the address; nothing on the site
 */
export function useFragment(place: string): Fragment {
  const [now, setNow] = useState<string | null>(null);
  const [alive, setAlive] = useState(false);
  const moved = useRef(false);
  const last = useRef<string | null>(null);

  const read = (): void => {
    // Another page of the same file is called: the walk stays as it is.
    if (!location.hash.startsWith(place)) return;
    const hash = location.hash.slice(place.length);
    if (hash.includes('=') || hash.length < 2) last.current = hash.length < 2 ? null : hash;
    // A link to a heading was followed in the middle of a walk: the browser has gone there, the answers come back.
    else if (last.current) history.replaceState(history.state, '', place + last.current);
    setNow(last.current);
  };

  useLayoutEffect(() => {
    read();
    setAlive(true);
  }, []);
  useEffect(() => {
    const follow = (): void => {
      moved.current = true;
      read();
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);

  const go = (next: string, here?: string): void => {
    if (here) history.replaceState(history.state, '', place + here);
    location.hash = place + next;
  };
  const replace = (fragment: string): void => {
    history.replaceState(history.state, '', place + fragment);
    read();
  };
  return { now, alive, moved: moved.current, go, replace };
}
