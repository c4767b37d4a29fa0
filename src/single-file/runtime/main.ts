/**
 * The code of the file to take along (src/integrations/single-file.ts): one page of many is shown at a time, named by the
 * fragment of the address. Trees, scripts and search are those of the site.
 */
import '../../site/styles/tokens.css';
import '../../site/styles/base.css';
import '../../site/styles/prose.css';
import '../../site/styles/beside.css';
import '../../site/styles/guide.css';
import '../../site/styles/lists.css';
import '../../content/prose/ladder.css';
import '../../content/prose/matrix.css';
import '../../content/prose/months-without.css';
import '../../content/prose/timeline.css';
import '../../content/prose/tracker.css';
import '../../content/prose/traffic-light.css';
import '../../search/box/search.css';
import '../../search/box/results.css';
import '../../site/styles/home.css';
import '../../tree/ui/front-door.css';
import '../../tree/ui/start.css';
import '../../tree/ui/start-page.css';
import '../../tree/ui/worksheet.css';
import '../../tree/ui/outcome.css';
import '../../tree/ui/cases.css';
import '../../script/ui/script.css';
import '../../script/ui/form.css';
import '../../tree/ui/tree.css';
import '../../tree/ui/result.css';
import '../../site/styles/print.css';
import './single-file.css';
import '../../site/client/leave.ts';
import '../../site/client/shell.ts';
import '../../site/client/months.ts';
import { fileData } from './data.ts';
import { showPages } from './pages.ts';

// A browser too old to unpack the data still shows every page.
void fileData().then(showPages, () => showPages(undefined));
