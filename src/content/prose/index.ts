import Danger from './Danger.astro';
import Emergency from './Emergency.astro';
import Example from './Example.astro';
import Fact from './Fact.astro';
import Ladder from './Ladder.astro';
import Matrix from './Matrix.astro';
import MonthsWithout from './MonthsWithout.astro';
import Script from '../../script/ui/Script.astro';
import Timeline from './Timeline.astro';
import Tracker from './Tracker.astro';
import TrafficLight from './TrafficLight.astro';
import Tree from '../../tree/ui/Tree.astro';
import Who from './Who.astro';
import Why from './Why.astro';
import Words from './Words.astro';

/** What authors may use in MDX without importing it, and `Words`, which the engine puts into guides. */
export const proseComponents = {
  Danger,
  Emergency,
  Example,
  Fact,
  Ladder,
  Matrix,
  MonthsWithout,
  Script,
  Timeline,
  Tracker,
  TrafficLight,
  Tree,
  Who,
  Why,
  Words,
};
