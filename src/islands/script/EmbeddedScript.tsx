import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import ScriptForm, { type FormProps } from './ScriptForm.tsx';

interface Props {
  /** The address of the script's own page. */
  page: string;
  /** The address of what the form needs, as JSON (src/pages/scripts/[script]/form.json.ts). */
  data: string;
  /** The variant to start with. */
  variant?: string | undefined;
  /** The words as the server drew them, shown until the form is there. */
  children?: ComponentChildren;
}

/**
 * A script inside a guide. Its code loads when the reader presses "Fill in and copy" (src/client/press.ts), and only then
 * fetches what the form needs, so that a guide stays light. When that fails the script's own page opens instead.
 */
export default function EmbeddedScript({ page, data, variant, children }: Props) {
  const [form, setForm] = useState<FormProps>();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    fetch(data)
      .then((answer) =>
        answer.ok ? (answer.json() as Promise<FormProps>) : Promise.reject(new Error(answer.statusText)),
      )
      .then(setForm, () => location.assign(page));
  }, []);
  // The pressed link is gone; the reader goes on where it led.
  useEffect(() => {
    if (form) place.current?.querySelector<HTMLElement>('input, textarea, select, button')?.focus();
  }, [form]);
  return <div ref={place}>{form ? <ScriptForm {...form} variant={variant} elsewhere={page} /> : children}</div>;
}
