/**
 * The code of the file to take along (src/build/take-along.ts): one page of many is shown at a time, named by the
 * fragment of the address. Trees, scripts and search are those of the site.
 */
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/prose.css';
import '../styles/search.css';
import '../styles/home.css';
import '../styles/worksheet.css';
import '../islands/script/script.css';
import '../islands/tree/tree.css';
import '../styles/print.css';
import './take-along.css';
import '../client/shell.ts';
import { fileData } from './data.ts';
import { openHomeSearch } from './home-search.ts';
import { showPages } from './pages.ts';

openHomeSearch();
// A browser too old to unpack the data still shows every page.
void fileData().then(showPages, () => showPages(undefined));
