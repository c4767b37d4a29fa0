import type { JSX } from 'preact';
import { tree as words } from '../../i18n/en.ts';
import type { Opened } from '../engine/link.ts';

/** Says what of an old, damaged or foreign link did not count. Nothing when all of it did. */
export function Dropped({ opened, version }: { opened: Opened; version: number }): JSX.Element | null {
  const old = opened.version !== null && opened.version !== version;
  if (!old && opened.dropped.length === 0) return null;
  return (
    <div class="tree__note">
      {old && <p>{words.madeWithVersion(opened.version ?? 0, version)}</p>}
      {opened.dropped.length > 0 && (
        <>
          <p>{words.partOfLink}</p>
          <ul>
            {opened.dropped.slice(0, 12).map((part) => (
              <li>
                <code>{part.part.slice(0, 60)}</code> {words.dropped[part.why]}.
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
