/**
 * Makes a part of a page one that can stand on the page of all parts, twice and beside others: its ids are its own, it is no
 * landmark and no first heading, its forms send nothing, and a link to what only a whole page has leads to the top.
 *
 * @param html what the part is drawn as
 * @param suffix what its ids get behind them
 * @param open whether its folds are open
 */
export function asSample(html: string, suffix: string, open: boolean): string {
  const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
  const own = (id: string): string => (ids.has(id) ? `${id}${suffix}` : id);
  return html
    .replace(/<(?:section|nav|aside|form)\b[^>]*>/g, (tag) =>
      tag.replace(/\s(?:aria-label(?:ledby)?|role)="[^"]*"/g, ''),
    )
    .replace(/<(\/?)(?:nav|aside)\b/g, '<$1div')
    .replace(/<(\/?)h1\b/g, '<$1h2')
    .replace(/<form\b/g, '<form method="dialog"')
    .replace(/<details\b(?![^>]*\sopen\b)/g, open ? '<details open' : '<details')
    .replace(
      /\s(id|for|aria-labelledby|aria-describedby)="([^"]+)"/g,
      (_, name: string, value: string) => ` ${name}="${value.split(' ').map(own).join(' ')}"`,
    )
    .replace(/\sname="([^"]+)"/g, (_, name: string) => ` name="${name}${suffix}"`)
    .replace(/\shref="#([^"]+)"/g, (_, id: string) => ` href="#${ids.has(id) ? own(id) : ''}"`);
}
