import { prose } from '../../i18n/en.ts';
import { amountOf, monthsWithout } from '../months-without.ts';

/** The calculator in a guide: three fields and one number. Nothing is kept or sent. */
for (const form of document.querySelectorAll<HTMLFormElement>('[data-months]')) {
  const fields = [...form.querySelectorAll('input')];
  const result = form.querySelector('output');
  form.addEventListener('submit', (event) => event.preventDefault());
  const tell = (): void => {
    const [saved, costs, others] = fields.map(({ value }) => amountOf(value));
    const isWrong = fields.map(({ value }) => value.trim() !== '' && amountOf(value) === undefined);
    for (const [at, field] of fields.entries()) field.ariaInvalid = isWrong[at] ? 'true' : null;
    if (!result) return;
    const months =
      saved === undefined || costs === undefined || others === undefined
        ? undefined
        : monthsWithout(saved, costs, others);
    result.classList.toggle('months__result', months !== undefined);
    result.textContent =
      months !== undefined
        ? prose.months.result(months)
        : isWrong.includes(true)
          ? prose.months.noNumber
          : prose.months.keptNowhere;
  };
  form.addEventListener('input', tell);
  // What was typed before this code came.
  tell();
}
