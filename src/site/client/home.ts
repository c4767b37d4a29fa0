import { situationAnchor } from '../../routes.ts';

/**
 * Opens the situation that the address names: search leads there. Links from before situations had a word of their own
 * in front, as in `/#shouting`, still hold.
 */
function openNamed(): void {
  const id = location.hash.slice(1);
  const named = document.getElementById(id);
  const situation = named ?? document.getElementById(situationAnchor(id));
  const details = situation?.querySelector('details');
  if (!details) return;
  details.open = true;
  if (!named) situation?.scrollIntoView();
}

addEventListener('hashchange', openNamed);
openNamed();
