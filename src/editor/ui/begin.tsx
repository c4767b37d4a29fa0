import { render } from 'preact';
import { App } from './App.tsx';
import { Desk } from './desk.ts';

// Every page is drawn again when content changes. This one stays as it is: it knows the changes already.
import.meta.hot?.on('vite:beforeFullReload', (news: { path?: string }) => {
  news.path = '/never.html';
});

const root = document.getElementById('editor');
if (root) render(<App desk={new Desk()} />, root);
