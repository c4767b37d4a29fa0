/**
 * Adds a style sheet to the page. For styles imported by address, because pages would otherwise carry them from the start.
 *
 * @param address where the style sheet lies
 * @returns once it is there, or cannot be had: what it is for is then plain, and works
 */
export function wear(address: string): Promise<void> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = address;
  return new Promise((resolve) => {
    link.onload = link.onerror = () => resolve();
    document.head.append(link);
  });
}
