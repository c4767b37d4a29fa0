import type { JSX } from 'preact';
import type { Dropped as Part, Opened } from '../engine/link.ts';

/** Why a part of a link did not count, for the reader. */
const why: Readonly<Record<Part['why'], string>> = {
  unreadable: 'cannot be read',
  unknown: 'is not in this tree',
  'asked again': 'was taken out of the tree or changed, so it is asked again',
  'no answer': 'does not answer its question',
  'off the way': 'does not come up with the other answers',
};

/** Says what of an old, damaged or foreign link did not count. Nothing when all of it did. */
export function Dropped({ opened, version }: { opened: Opened; version: number }): JSX.Element | null {
  const old = opened.version !== null && opened.version !== version;
  if (!old && opened.dropped.length === 0) return null;
  return (
    <div class="tree__note">
      {old && (
        <p>
          This link was made with version {opened.version} of the tree. Now it is version {version}. Look through the
          answers below.
        </p>
      )}
      {opened.dropped.length > 0 && (
        <>
          <p>Part of the link did not count:</p>
          <ul>
            {opened.dropped.slice(0, 12).map((part) => (
              <li>
                <code>{part.part.slice(0, 60)}</code> {why[part.why]}.
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
