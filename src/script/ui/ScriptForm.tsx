import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ComponentChildren, RefObject } from 'preact';
import { script as words } from '../../i18n/en.ts';
import { localeFor } from '../engine/locale.ts';
import { fieldsOf, fillVariant, parseVariant } from '../engine/message.ts';
import type { Message } from '../engine/message.ts';
import { variantNames } from '../../content/variant-names.ts';
import type { FieldData, VariantData } from '../../content/schemas/script.ts';
import { Actions } from './Actions.tsx';
import { FieldInput } from './FieldInput.tsx';
import { Pieces } from './Pieces.tsx';
import { useCaseSheet } from './case-sheet.ts';
import { useVariant } from './variant.ts';

/** A field as the page hands it over. */
export interface FormField extends FieldData {
  name: string;
  /** Whether it is on the case sheet that all scripts share. */
  shared: boolean;
}

/** What a page hands to the form of a script. */
export interface FormProps {
  script: { id: string; title: string; fields: FormField[]; variants: VariantData[] };
  /** The variant to start with; the first when left out. */
  variant?: string | undefined;
  /** A language tag and a currency code, for dates and money. */
  locale: string;
  currency: string;
  /**
   * The address of the script's own page, when it stands inside another page. It then leaves the address bar alone, and
   * until its code is loaded it is one wording and a link to that page, marked `data-press` (src/script/ui/embeds.ts).
   */
  elsewhere?: string | undefined;
  /** Whether the first field takes the focus once the form is there, because the reader asked for it. */
  takeFocus?: boolean;
}

/** A script to fill in. Drawn on the server it is every variant with its gaps named; once alive it is a form beside one variant. */
export default function ScriptForm({
  script,
  variant: wanted,
  locale,
  currency,
  elsewhere,
  takeFocus = false,
}: FormProps) {
  const embedded = elsewhere !== undefined;
  const { fields, variants } = script;
  const [live, setLive] = useState(false);
  const [cleared, setCleared] = useState(false);
  useEffect(() => setLive(true), []);
  const whole = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (live && takeFocus) whole.current?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }, [live]);

  const parsed = useMemo(() => new Map(variants.map((variant) => [variant.id, parseVariant(variant)])), []);
  const names = variantNames(variants);
  const ids = variants.map(({ id }) => id);
  const first = ids.find((id) => id === wanted) ?? ids[0] ?? '';
  const [chosen, choose] = useVariant(ids, first, embedded);
  const sheet = useCaseSheet(script.id, live);
  const text = useRef<HTMLDivElement>(null);
  const subject = useRef<HTMLSpanElement>(null);

  const settings = { locale: live ? localeFor(locale, navigator.languages) : locale, currency };
  const kinds = Object.fromEntries(fields.map((field) => [field.name, field]));
  const labels = Object.fromEntries(fields.map(({ name, label }) => [name, label]));
  const prefix = embedded ? `${script.id}-${first}` : script.id;
  const anchor = (id: string): string => (embedded ? `${prefix}-${id}` : id);
  const inputId = (name: string): string => `${prefix}-field-${name.replaceAll(' ', '-')}`;
  const shown = [...parsed]
    .filter(([id]) => (live ? id === chosen : !embedded || id === first))
    .map(([id, variant]) => ({
      variant: variants[ids.indexOf(id)] as VariantData,
      name: names[ids.indexOf(id)] ?? '',
      used: fieldsOf(variant),
      message: fillVariant(variant, kinds, sheet.values, settings),
    }));
  const now = live ? shown[0] : undefined;

  return (
    <div ref={whole} class={live ? 'script script--live' : 'script'}>
      {variants.length > 1 && (live || !embedded) && (
        <nav class="script__choice no-print" aria-label={words.wordingsOf(script.title)}>
          {variants.map(({ id }, i) => (
            <a
              key={id}
              href={`#${anchor(id)}`}
              aria-current={live && id === chosen ? 'true' : undefined}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                choose(id);
              }}
            >
              {names[i]}
            </a>
          ))}
        </nav>
      )}
      <div class="script__sheet">
        {now && (
          <div class="script__fields no-print" role="group" aria-labelledby={`${prefix}-form`}>
            <h3 id={`${prefix}-form`}>{words.fillIn}</h3>
            <p class="script__hint">{sheet.kept ? words.keptInTab : words.keptNowhere}</p>
            {fields
              .filter((field) => now.used.has(field.name))
              .map((field) => (
                <FieldInput
                  key={field.name}
                  id={inputId(field.name)}
                  field={field}
                  value={sheet.values[field.name]}
                  optional={now.used.get(field.name)?.optional ?? false}
                  settings={settings}
                  onValue={(value) => sheet.set(field, value)}
                />
              ))}
            <button
              type="button"
              onClick={() => {
                sheet.clear();
                setCleared(true);
              }}
            >
              {words.clear}
            </button>
            <p class="script__status" role="status">
              {cleared && Object.keys(sheet.values).length === 0 && words.cleared}
            </p>
          </div>
        )}
        <div class="script__words">
          {shown.map(({ variant: { id, note }, name, message }) => (
            <Variant
              key={id}
              id={anchor(id)}
              first={id === first}
              {...{ name, note, message, labels }}
              {...(id === chosen && { text, subject })}
            >
              {!live && embedded && (
                <p class="no-print">
                  <a class="button" href={elsewhere} data-press>
                    {words.fillInAndCopy}
                  </a>
                </p>
              )}
              {now && <Actions {...now} {...{ prefix, script: script.id, labels, inputId, text, subject }} />}
            </Variant>
          ))}
        </div>
      </div>
    </div>
  );
}

interface VariantProps {
  id: string;
  /** Whether it is the one shown first. */
  first: boolean;
  name: string;
  note: string | undefined;
  message: Message;
  labels: Readonly<Record<string, string>>;
  /** Where the one that is chosen puts its elements, to be selected when copying is refused. */
  text?: RefObject<HTMLDivElement>;
  subject?: RefObject<HTMLSpanElement>;
  /** The ways out, right below the text. */
  children: ComponentChildren;
}

/** One wording with the values in it. */
function Variant({ id, first, name, note, message, labels, text, subject, children }: VariantProps) {
  return (
    <div id={id} class={first ? 'script__variant script__variant--first' : 'script__variant'}>
      <h3>{name}</h3>
      {note && (
        <p class="script__note">
          <strong>{words.forYouOnly}</strong> {note}
        </p>
      )}
      {message.subject && (
        <p class="script__subject">
          <span class="quiet">{words.subject} </span>
          <span ref={subject}>
            <Pieces pieces={message.subject} labels={labels} />
          </span>
        </p>
      )}
      <div class="script__text" ref={text}>
        <Pieces pieces={message.text} labels={labels} />
      </div>
      {children}
      {message.ifTheySay.length > 0 && (
        <div class="script__answers">
          <h4>{words.ifTheySay}</h4>
          <dl>
            {message.ifTheySay.map(({ they, you }) => (
              <div>
                <dt>
                  <Pieces pieces={they} labels={labels} />
                </dt>
                <dd>
                  <Pieces pieces={you} labels={labels} />
                </dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </div>
  );
}
