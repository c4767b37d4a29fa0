import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { script as words } from '../../i18n/en.ts';
import { lastResult } from '../../site/client/last-result.ts';
import { partsOf } from '../engine/case-fields.ts';
import { channelsOf } from '../engine/choices.ts';
import { fill } from '../engine/fill.ts';
import { fromAnswers } from '../engine/from-result.ts';
import { gapName } from '../engine/gaps.ts';
import { fieldsOf, fillVariant, parseVariant, type Message } from '../engine/message.ts';
import { isFilled } from '../engine/values.ts';
import { variantNames } from '../../content/variant-names.ts';
import type { FieldData, VariantData } from '../../content/schemas/script.ts';
import { Actions } from './Actions.tsx';
import { FieldInput } from './FieldInput.tsx';
import { Fields } from './Fields.tsx';
import { GapDialog } from './GapDialog.tsx';
import { Letter } from './Letter.tsx';
import { today } from '../../site/client/today.ts';
import { useCaseSheet } from './case-sheet.ts';
import { useNarrow } from './narrow.ts';
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
  /** A language tag and a currency code, for dates and money: those of the organisation, which writes to the client. */
  locale: string;
  currency: string;
  /**
   * The address of the script's own page, when it stands inside another page. It then leaves the address bar alone, and
   * until its code is loaded it is one wording and a link to that page, marked `data-press` (src/script/ui/begin.ts).
   */
  elsewhere?: string | undefined;
  /** Whether the first thing to do takes the focus once the form is there, because the reader asked for it. */
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
  useEffect(() => setLive(true), []);
  const narrow = useNarrow(embedded);
  /** The gaps that the dialog has come to, the last of them now. */
  const [asked, ask] = useState<readonly string[]>([]);
  const whole = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (live && takeFocus) whole.current?.querySelector<HTMLElement>('.gap, .script__out button')?.focus();
  }, [live]);

  // What is taller than the window rests on its lower edge, otherwise below the upper one (script.css).
  useEffect(() => {
    const letter = whole.current?.querySelector<HTMLElement>('.script__words');
    if (!letter || embedded) return;
    const watch = new ResizeObserver(() => letter.style.setProperty('--tall', `${letter.offsetHeight}px`));
    watch.observe(letter);
    return () => watch.disconnect();
  }, []);

  const parsed = useMemo(() => new Map(variants.map((variant) => [variant.id, parseVariant(variant)])), []);
  const names = variantNames(variants);
  const ids = variants.map(({ id }) => id);
  const first = ids.find((id) => id === wanted) ?? ids[0] ?? '';
  const [chosen, choose] = useVariant(ids, first, embedded);
  const sheet = useCaseSheet(script.id, live);
  const text = useRef<HTMLDivElement>(null);
  const subject = useRef<HTMLSpanElement>(null);

  const settings = { locale, currency, today: today() };
  const byName = Object.fromEntries(fields.map((field) => [field.name, field]));
  const prefix = embedded ? `${script.id}-${first}` : script.id;
  const anchor = (id: string): string => (embedded ? `${prefix}-${id}` : id);
  const inputId = (name: string): string => `${prefix}-field-${name.replaceAll(' ', '-')}`;
  // Gaps are named and walked in the order of the form.
  const places = fields.map(({ name }) => name);
  const inOrder = (message: Message): Message => ({
    ...message,
    gaps: message.gaps.toSorted((a, b) => places.indexOf(a) - places.indexOf(b)),
  });
  const shown = [...parsed]
    .filter(([id]) => (live ? id === chosen : !embedded || id === first))
    .map(([id, variant]) => {
      const used = fieldsOf(variant);
      const data = variants[ids.indexOf(id)] as VariantData;
      const { to, writer } = partsOf([...used.keys()]);
      return {
        variant: data,
        name: names[ids.indexOf(id)] ?? '',
        used,
        writer,
        to: to === undefined ? undefined : fill([{ kind: 'field', name: to, line: 0 }], byName, sheet.values, settings),
        spoken: data.channel === 'phone' || data.channel === 'in-person',
        message: inOrder(fillVariant(variant, byName, sheet.values, settings)),
      };
    });
  const now = live ? shown[0] : undefined;
  const gap = asked.at(-1);

  const toGap = (name: string): void => {
    if (narrow) return ask([name]);
    const input = document.getElementById(inputId(name));
    const fold = input?.closest('details');
    if (fold) fold.open = true;
    input?.focus();
  };
  const closeGaps = (): void => {
    ask([]);
    // The gap that was pressed may be filled in and gone; the browser then has nowhere to put the focus back.
    setTimeout(() => {
      if (document.activeElement === document.body)
        whole.current?.querySelector<HTMLElement>('.script__out button')?.focus();
    });
  };
  const draw = (field: FormField, id: string) => (
    <FieldInput
      key={`${chosen} ${field.name}`}
      id={id}
      field={field}
      value={sheet.values[field.name]}
      optional={now?.used.get(field.name)?.optional ?? false}
      settings={settings}
      fromAnswers={answers.has(field.name) && answers.get(field.name) === sheet.values[field.name]}
      onValue={(value) => sheet.set(field, value)}
    />
  );

  const here = now ? fields.filter((field) => now.used.has(field.name)) : [];
  const result = useMemo(() => (live ? lastResult() : undefined), [live]);
  const answers = fromAnswers(here, result);
  const toFill = here.filter(({ name }) => answers.has(name) && !isFilled(sheet.values[name]));
  const needed = here.filter(({ name }) => !now?.used.get(name)?.optional);
  const missing = now?.message.gaps ?? [];
  const after = missing.filter((name) => !asked.includes(name));
  const [next] = after;

  const form = now && here.length > 0 && (
    <Fields
      key={`fields ${chosen}`}
      fields={here}
      writer={now.writer}
      isOptional={(name) => now.used.get(name)?.optional ?? false}
      values={sheet.values}
      done={needed.filter(({ name }) => isFilled(sheet.values[name])).length}
      all={needed.length}
      draw={(field) => draw(field, inputId(field.name))}
      offer={
        result &&
        toFill.length > 0 && (
          <p class="script__offer">
            <button
              type="button"
              class="button--small"
              onClick={() => toFill.forEach((field) => sheet.set(field, answers.get(field.name) ?? ''))}
            >
              {words.useAnswers}
            </button>{' '}
            <span class="quiet">{words.lastResult(result.headline)}</span>
          </p>
        )
      }
    >
      <p class="script__kept">
        {sheet.kept ? words.keptInTab : words.keptNowhere}{' '}
        {Object.keys(sheet.values).length > 0 ? (
          <button type="button" class="script__link" onClick={sheet.clear}>
            {sheet.kept ? words.clear : words.clearHere}
          </button>
        ) : (
          sheet.canUndo && (
            <button type="button" class="script__link" onClick={sheet.undo}>
              {words.undo}
            </button>
          )
        )}
      </p>
      <p class="script__said" role="status">
        {sheet.canUndo && Object.keys(sheet.values).length === 0 && (sheet.kept ? words.cleared : words.clearedHere)}
      </p>
    </Fields>
  );
  const message = (
    <div key="words" class="script__words">
      {shown.map(({ variant: { id, note }, used: _used, writer: _writer, ...wording }) => (
        <Letter
          key={id}
          id={anchor(id)}
          first={id === first}
          embedded={embedded}
          note={note}
          onGap={live ? toGap : undefined}
          {...wording}
          {...(id === chosen && { text, subject })}
        >
          {!live && embedded && (
            <p class="script__begin no-print">
              <a class="button button--main" href={elsewhere} data-press>
                {words.fillInAndCopy}
              </a>
            </p>
          )}
          {/* The place of the action is there from the start, so that nothing moves when the form comes to life. */}
          {!live && !embedded && id === first && <div class="script__out action-bar needs-js no-print" />}
          {now && (
            <Actions
              key={`actions ${id}`}
              variant={now.variant}
              name={now.name}
              message={now.message}
              spoken={now.spoken}
              shared={document.querySelector('[data-share]') !== null}
              called={(name) => gapName(name, byName[name])}
              onGap={toGap}
              script={script.id}
              {...{ prefix, narrow, embedded, text, subject }}
            />
          )}
        </Letter>
      ))}
    </div>
  );

  return (
    <div
      ref={whole}
      class={`script${live ? ' script--live' : ''}${embedded ? '' : ' script--page'}${form === false ? ' script--plain' : ''}`}
    >
      {variants.length > 1 && (live || !embedded) && (
        <nav class="script__choice no-print" aria-label={words.wordingsOf(script.title)}>
          {channelsOf(variants).map((channel) => (
            <span class="script__channel" key={channel.label}>
              {channel.label && (
                <span class="quiet" aria-hidden="true">
                  {channel.label}
                </span>
              )}
              {channel.wordings.map(({ id, label }) => (
                <a
                  key={id}
                  href={`#${anchor(id)}`}
                  aria-label={names[ids.indexOf(id)]}
                  aria-current={live && id === chosen ? 'true' : undefined}
                  onClick={(event) => {
                    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                    event.preventDefault();
                    choose(id);
                  }}
                >
                  {label}
                </a>
              ))}
            </span>
          ))}
        </nav>
      )}
      {/* In the order in which they are seen, which is also that of the Tab key. */}
      <div class="script__sheet">{narrow ? [message, form] : [form, message]}</div>
      {gap !== undefined && byName[gap] && (
        <GapDialog
          id={`${prefix}-gap`}
          gap={gap}
          more={after.length}
          onNext={() => next !== undefined && ask([...asked, next])}
          onClose={closeGaps}
        >
          {draw(byName[gap], `${prefix}-gap-field`)}
        </GapDialog>
      )}
    </div>
  );
}
