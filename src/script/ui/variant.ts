import { useEffect, useState } from 'preact/hooks';

/**
 * Keeps which variant is shown. On the script's own page the address names it, in the fragment, which
 * no server sees; an embedded script leaves the address alone.
 *
 * @param ids The variants there are.
 * @param first The one to start with.
 * @param embedded Whether the script stands inside another page.
 * @returns The variant now, and what changes it.
 */
export function useVariant(ids: readonly string[], first: string, embedded: boolean): [string, (id: string) => void] {
  const [chosen, choose] = useState(first);
  useEffect(() => {
    if (embedded) return;
    const follow = (): void => {
      const named = ids.find((id) => `#${id}` === location.hash);
      if (named) choose(named);
    };
    follow();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return [
    chosen,
    (id) => {
      choose(id);
      if (!embedded) history.replaceState(history.state, '', `#${id}`);
    },
  ];
}
