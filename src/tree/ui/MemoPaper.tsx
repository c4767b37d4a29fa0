import type { JSX } from 'preact';
import { treeResult as words } from '../../i18n/en.ts';
import type { Memo, MemoPart } from '../engine/memo.ts';

/**
 * The memo as it is printed: one page, with lines to write on. On the screen it is not shown.
 *
 * @param props.memo the memo
 */
export function MemoPaper({ memo }: { readonly memo: Memo }): JSX.Element {
  return (
    <div class="memo">
      <h3>{memo.title.text}</h3>
      {memo.parts.map((part) => (
        <Part part={part} />
      ))}
      <p class="memo__source">{memo.source}</p>
    </div>
  );
}

function Part({ part: { title, sentences, fields, steps } }: { readonly part: MemoPart }): JSX.Element {
  return (
    <section>
      <h4>{title}</h4>
      {steps.length > 0 && (
        <table>
          <thead>
            <tr>
              {words.memoColumns.map((column) => (
                <th scope="col">{column}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {steps.map(({ text, who, when }) => (
              <tr>
                <td>{text}</td>
                <td>{who}</td>
                <td>{when}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {sentences.length > 0 && (
        <ul>
          {sentences.map(({ text }) => (
            <li>{text}</li>
          ))}
        </ul>
      )}
      {fields.length > 0 && (
        <dl>
          {fields.map(({ label, value }) => (
            <div>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
