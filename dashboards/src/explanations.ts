import * as text from '@grafana/grafana-foundation-sdk/text';
import type { Loaded } from './world';

/** A panel of words: it stands where a chart would be empty and says why. */
export interface Explanation {
  title: string;
  /** What the words are about; the panel's description. */
  about: string;
  /** Paragraphs in Markdown. */
  paragraphs: readonly string[];
  width: number;
  height: number;
}

export const explanation = ({ title, about, paragraphs, width, height }: Explanation): text.PanelBuilder =>
  new text.PanelBuilder()
    .title(title)
    .description(about)
    .span(width)
    .height(height)
    .mode(text.TextMode.Markdown)
    .content(paragraphs.join('\n\n'));

/** Stands for a dashboard of transactions where there are none. */
export const noTransactions = (consequence: string): text.PanelBuilder =>
  explanation({
    title: 'Why is there nothing to see?',
    about: 'Shown instead of empty charts: the loaded files hold customers only.',
    paragraphs: [
      `**The loaded data has customers, but no transactions.** ${consequence}`,
      'What customers alone can tell, segments, personas and churn, is on [Segments](/d/customer-segments).',
      'To see spend and anomalies, load a table of payments or orders as well: `npm start -- --reset-data --mapping my.yml --customers … --transactions …`; `npm run -s spendscope -- ingest --infer payments.csv` writes a first mapping.',
    ],
    width: 24,
    height: 6,
  });

/** The exact counts of an ingest, to hold against one's own: distinct counts of Elasticsearch are estimates. */
export function whatWasLoaded({ read, rejected, transactions, customers }: Loaded, width: number): text.PanelBuilder {
  const count = (value: number): string => value.toLocaleString('en');
  const stored =
    transactions > 0
      ? `${count(transactions)} transactions of ${count(customers)} customers`
      : `${count(customers)} customers`;
  return explanation({
    title: 'What was loaded?',
    about: 'Counted when the data was loaded, over all of it: filters and the range do not change it.',
    paragraphs: [
      `**${stored}**, from ${count(read)} rows${rejected > 0 ? `; ${count(rejected)} rows were rejected` : ', none rejected'}.`,
      ...(rejected > 0
        ? ['Each rejected row is kept with its reason, file and line in `pipeline/quarantine` of the state folder.']
        : []),
    ],
    width,
    height: 5,
  });
}

interface Named {
  field: string;
  label: string;
}

/** Names the traits by which this data cannot be cut, and how they would come in. */
export const missingTraits = (missing: readonly Named[], instead: string, width: number): text.PanelBuilder =>
  explanation({
    title: 'What can’t this data show?',
    about: 'Charts and filters of traits that no loaded row has are left out.',
    paragraphs: [
      `No loaded row has ${listed(missing.map(({ label, field }) => `${label.toLowerCase()} (\`${field}\`)`))}, so nothing here is cut by ${missing.length === 1 ? 'it' : 'them'}. ${instead}`.trim(),
      'Where your files have them, name the columns in the mapping and load again with `--reset-data`.',
    ],
    width,
    height: 5,
  });

const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
