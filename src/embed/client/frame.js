// The first code of a page in a frame. It keeps nothing: whoever asks for the browser's storage is told that there is
// none, which all code of the site is prepared for. The theme is that of the frame, so no choice is read either.
for (const name of ['localStorage', 'sessionStorage'])
  Object.defineProperty(window, name, {
    get() {
      throw new DOMException('Pages in frames keep nothing.', 'SecurityError');
    },
  });
document.documentElement.classList.add('js');
