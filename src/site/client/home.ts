/** Opens the situation that the address names, as in `/#shouting`: search leads there. */
function openNamed(): void {
  const details = document.getElementById(location.hash.slice(1))?.querySelector('details');
  if (details) details.open = true;
}

addEventListener('hashchange', openNamed);
openNamed();
