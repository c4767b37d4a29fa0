import { useEffect, useState } from 'preact/hooks';

/**
 * Tells whether fields and letter have no room beside each other: on a phone, and in the text of another page.
 *
 * @param embedded Whether the script stands inside another page.
 * @returns Whether it is narrow now; on the server a page of its own is wide.
 */
export function useNarrow(embedded: boolean): boolean {
  const [narrow, set] = useState(embedded);
  useEffect(() => {
    if (embedded) return;
    // The same width at which the style puts them beside each other.
    const phone = matchMedia('(max-width: 47.99rem)');
    const follow = (): void => set(phone.matches);
    follow();
    phone.addEventListener('change', follow);
    return () => phone.removeEventListener('change', follow);
  }, []);
  return narrow;
}
