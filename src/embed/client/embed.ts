/** The page with the code to copy: makes the addresses in it whole ones, and copies. */
import { copyText, selectText } from '../../site/client/copy.ts';

for (const entry of document.querySelectorAll('.embed-codes .links > li')) {
  const code = entry.querySelector('[data-code]');
  const button = entry.querySelector('button');
  const said = entry.querySelector('[role=status]');
  if (!code || !button || !said) continue;
  // A build that does not know where the site will live has a path there.
  code.textContent = code.textContent.replace(' src="/', ` src="${location.origin}/`);
  button.addEventListener('click', () => {
    void copyText({ plain: code.textContent }).then((copied) => {
      if (!copied) selectText(code);
      said.textContent = (copied ? button.dataset['copied'] : button.dataset['refused']) ?? '';
    });
  });
}
