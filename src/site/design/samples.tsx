import type { JSX } from 'preact';
import type { Content, Script, Tree } from '../../content/content.ts';
import { variantNames } from '../../content/variant-names.ts';
import { fillVariant, parseVariant } from '../../script/engine/message.ts';
import { gapName } from '../../script/engine/gaps.ts';
import { fieldKinds } from '../../script/engine/kinds.ts';
import type { Value } from '../../script/engine/values.ts';
import { formOf } from '../../script/script-form.ts';
import { Actions } from '../../script/ui/Actions.tsx';
import { FieldInput } from '../../script/ui/FieldInput.tsx';
import { Letter } from '../../script/ui/Letter.tsx';
import type { FormField } from '../../script/ui/ScriptForm.tsx';
import { readLink, writeLink } from '../../tree/engine/link.ts';
import { indexTree } from '../../tree/engine/tree.ts';
import { walk } from '../../tree/engine/walk.ts';
import { AnswerSummary } from '../../tree/ui/AnswerSummary.tsx';
import { QuestionForm } from '../../tree/ui/QuestionForm.tsx';
import { Result } from '../../tree/ui/Result.tsx';
import { resultsOf, walkOf } from '../../tree/walk-data.ts';

// The parts that come to life in a browser, drawn as they stand in one state: for the page of all parts.

const nothing = (): undefined => undefined;

/**
 * A question of a tree, as it is asked.
 *
 * @param props.kind whether it takes one answer or several
 * @param props.chosen how many answers are chosen
 * @param props.isWrong whether the reader went on without an answer
 */
export function QuestionSample({
  tree,
  kind,
  chosen = 0,
  isWrong,
}: {
  readonly tree: Tree;
  readonly kind: 'one' | 'several';
  readonly chosen?: number;
  readonly isWrong?: boolean;
}): JSX.Element | null {
  const question = tree.questions.find((one) => one.kind === kind);
  return question ? (
    <div class="tree">
      <QuestionForm
        question={question}
        given={question.answers.slice(0, chosen).map(({ id }) => id)}
        title={tree.title}
        number={2}
        atMostMore={3}
        back="#"
        heading={{ current: null }}
        embedded
        isWrong={isWrong ?? false}
        onError={nothing}
        onAnswer={nothing}
      />
    </div>
  ) : null;
}

/** The result of a made-up case, on the day the tree was last read through. */
export function ResultSample({
  content,
  tree,
  story,
}: {
  readonly content: Content;
  readonly tree: Tree;
  readonly story: Tree['cases'][number];
}): JSX.Element | null {
  const { id, tree: text, links, locale } = walkOf(tree, content);
  const indexed = indexTree(text);
  const given = Object.fromEntries(Object.entries(story.answers).map(([asked, ids]) => [asked, [ids].flat()]));
  const opened = readLink(indexed, writeLink(indexed, given));
  const { outcome, steps } = walk(indexed, opened.answers);
  const link = (at: string | null = null): string => links.self + writeLink(indexed, given, at);
  return outcome ? (
    <div class="tree">
      <Result
        tree={indexed}
        opened={opened}
        outcome={outcome}
        changed={null}
        back={link(steps.at(-1)?.question.id)}
        heading={{ current: null }}
        links={links}
        text={resultsOf(tree, content)}
        locale={locale}
        root=""
        embedded={undefined}
        now={tree.reviewed}
        summary={
          <AnswerSummary
            tree={text}
            id={id}
            steps={steps}
            now={null}
            link={link}
            carried={[]}
            known={{}}
            without={link}
            onRemove={nothing}
            again={links.self}
            open=""
          />
        }
      />
    </div>
  ) : null;
}

/** One wording of a script with nothing filled in: a letter, or a card to read from. */
export function WordingSample({
  content,
  script,
  variant,
}: {
  readonly content: Content;
  readonly script: Script;
  readonly variant: Script['variants'][number];
}): JSX.Element {
  const { locale, currency, script: form } = formOf(script, content);
  const fields = Object.fromEntries(form.fields.map((field) => [field.name, field]));
  const message = fillVariant(parseVariant(variant), fields, {}, { locale, currency });
  const name = variantNames(script.variants)[script.variants.indexOf(variant)] ?? '';
  const spoken = variant.channel === 'phone' || variant.channel === 'in-person';
  return (
    <div class="script script--live">
      <Letter
        id={variant.id}
        first
        name={name}
        embedded
        spoken={spoken}
        note={variant.note}
        message={message}
        to={undefined}
        onGap={nothing}
      >
        <Actions
          prefix={script.id}
          script={script.id}
          variant={variant}
          name={name}
          message={message}
          spoken={spoken}
          narrow={false}
          embedded
          called={(field) => gapName(field, fields[field])}
          onGap={nothing}
          text={{ current: null }}
          subject={{ current: null }}
        />
      </Letter>
    </div>
  );
}

/** One field of each kind that scripts have: empty, filled in, and where it can be, filled in wrongly. */
export function FieldSamples({ content }: { readonly content: Content }): JSX.Element {
  const forms = content.scripts.map((script) => formOf(script, content));
  const settings = { locale: content.organisation.locale, currency: content.organisation.currency };
  const all = forms.flatMap(({ script }) => script.fields);
  const one = (kind: FormField['kind']): FormField | undefined =>
    all.find((field) => field.kind === kind && field.help) ?? all.find((field) => field.kind === kind);
  const draw = (field: FormField, state: string, value?: Value, more?: object): JSX.Element => (
    <FieldInput
      id={`${field.kind}-${state}`}
      field={field}
      value={value}
      optional={state === 'empty'}
      settings={settings}
      onValue={nothing}
      {...more}
    />
  );
  return (
    <div class="script__fields">
      {fieldKinds.map((kind) => {
        const field = one(kind);
        if (!field) return null;
        return [
          draw(field, 'empty'),
          draw(field, 'filled', valueOf(field), { fromAnswers: kind === 'text' }),
          ...(kind === 'money' ? [draw(field, 'wrong', field.label, { isLeft: true })] : []),
        ];
      })}
    </div>
  );
}

function valueOf({ kind, label, example, choices = [] }: FormField): Value {
  if (kind === 'yes-or-no') return true;
  if (kind === 'several') return choices.slice(0, 1);
  return (kind === 'choice' ? choices[0] : example) ?? label;
}
