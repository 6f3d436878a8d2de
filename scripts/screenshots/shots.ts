/** A picture that the plugin catalogue shows. */
export interface Shot {
  /** Folder of the plugin.json that lists it, within the app's sources. */
  plugin: string;
  /** As the catalogue names it. */
  name: string;
  /** File within that folder. */
  file: string;
  /** Address in the demo, dark. */
  path: string;
  /** Title of the panel that is shown; absent: the whole window. */
  panel?: string;
  /** px from the top; absent: all of it. */
  height?: number;
  /** What must be there first. */
  ready: string;
}

const segments = '/d/customer-segments?refresh=';

/** What `npm run screenshots` takes, and what each plugin.json lists. */
export const shots: readonly Shot[] = [
  {
    plugin: '.',
    name: 'Overview: what needs you now, how today goes, what is healthy',
    file: 'img/overview.png',
    path: '/a/spendscope-insights-app/overview',
    height: 900,
    ready: 'main h1, main h2',
  },
  {
    plugin: 'panels/anomaly-table',
    name: 'Anomalies with their reasons, on a map and over time',
    file: 'img/anomaly-table.png',
    // Without the last day, which depends on how long the feed has run.
    path: '/d/anomaly-operations?from=now-60d&to=now-1d&refresh=',
    panel: 'Which accounts need a decision?',
    ready: '[data-marker]',
  },
  {
    plugin: 'panels/segment-explorer',
    name: 'Customers by recency and spend, as density',
    file: 'img/segment-explorer.png',
    path: segments,
    panel: 'Where do customers stand?',
    ready: 'canvas',
  },
  {
    plugin: 'panels/persona-cards',
    name: 'Personas with figures, baselines and strategies',
    file: 'img/persona-cards.png',
    path: segments,
    panel: 'Who are they, and what should we do?',
    height: 520,
    ready: 'article',
  },
];

/** Bytes; more would weigh on every installation. */
export const mostBytes = 200_000;
