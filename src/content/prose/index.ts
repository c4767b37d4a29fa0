import Danger from './Danger.astro';
import Emergency from './Emergency.astro';
import Example from './Example.astro';
import Fact from './Fact.astro';
import Script from '../../script/ui/Script.astro';
import Tree from '../../tree/ui/Tree.astro';
import Who from './Who.astro';
import Why from './Why.astro';

/** What authors may use in MDX without importing it. */
export const proseComponents = { Danger, Emergency, Example, Fact, Script, Tree, Who, Why };
