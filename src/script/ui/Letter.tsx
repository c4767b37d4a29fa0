import type { ComponentChildren, RefObject } from 'preact';
import { script as words } from '../../i18n/en.ts';
import type { Piece } from '../engine/fill.ts';
import { paragraphs, spokenLines } from '../engine/lines.ts';
import type { Message } from '../engine/message.ts';
import { Pieces } from './Pieces.tsx';

interface Props {
  id: string;
  /** Whether it is the one shown first. */
  first: boolean;
  name: string;
  /** Whether it stands inside another page, which has the headings. */
  embedded: boolean;
  /** Whether it is said, not sent. */
  spoken: boolean;
  note: string | undefined;
  message: Message;
  /** To whom it goes, as far as that is filled in. */
  to: readonly Piece[] | undefined;
  onGap?: ((field: string) => void) | undefined;
  /** Where the one that is chosen puts its elements, to be selected when copying is refused. */
  text?: RefObject<HTMLDivElement>;
  subject?: RefObject<HTMLSpanElement>;
  /** The ways out, attached to the letter. */
  children: ComponentChildren;
}

/** One wording with the values in it: as a letter, or as a card to read from while talking. */
export function Letter({
  id,
  first,
  name,
  embedded,
  spoken,
  note,
  message,
  to,
  onGap,
  text,
  subject,
  children,
}: Props) {
  const Heading = embedded ? 'p' : 'h2';
  const Answers = embedded ? 'p' : 'h3';
  return (
    <div
      id={id}
      class={`script__variant${first ? ' script__variant--first' : ''}${spoken ? ' script__variant--spoken' : ''}`}
    >
      <div class="letter">
        <Heading class="letter__name">{name}</Heading>
        {message.subject && to && (
          <p class="letter__row letter__to">
            <span class="quiet">{words.to}</span>
            <span>
              <Pieces pieces={to} onGap={onGap} />
            </span>
          </p>
        )}
        {message.subject && (
          <p class="letter__row">
            <span class="quiet">{words.subjectRow}</span>
            <span ref={subject}>
              <Pieces pieces={message.subject} onGap={onGap} />
            </span>
          </p>
        )}
        <div class="script__text" ref={text}>
          {spoken ? (
            <ol class="cue">
              {spokenLines(message.text).map((line) => (
                <li>
                  <Pieces pieces={line} onGap={onGap} />
                </li>
              ))}
            </ol>
          ) : (
            paragraphs(message.text).map((paragraph) => (
              <p>
                <Pieces pieces={paragraph} onGap={onGap} />
              </p>
            ))
          )}
        </div>
        {children}
      </div>
      {note && (
        <p class="script__note">
          <strong>{words.forYouOnly}</strong> {note}
        </p>
      )}
      {message.ifTheySay.length > 0 && (
        <section class="script__answers">
          <Answers>{words.ifTheySay}</Answers>
          <dl>
            {message.ifTheySay.map(({ they, you }) => (
              <div>
                <dt>
                  <Pieces pieces={they} onGap={onGap} />
                </dt>
                <dd>
                  <Pieces pieces={you} onGap={onGap} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </div>
  );
}
