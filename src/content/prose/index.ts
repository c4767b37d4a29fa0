import Beyond from './Beyond.astro';
import Danger from './Danger.astro';
import Emergency from './Emergency.astro';
import Example from './Example.astro';
import Script from '../../script/ui/Script.astro';
import Tree from '../../tree/ui/Tree.astro';
import Who from './Who.astro';

/** What authors may use in MDX without importing it. */
export const proseComponents = { Beyond, Danger, Emergency, Example, Script, Tree, Who };
