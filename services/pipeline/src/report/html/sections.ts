import { type Association, type MeanGroup, type ShareGroup } from '@spendscope/analytics';
import type { ClaimField } from '@spendscope/contracts';
import {
  capitalised,
  type CheckedClaim,
  claimTitle,
  count,
  fieldLabels,
  figure,
  findingNumbers,
  findingSentence,
  type Language,
  namedGroups,
  pValue,
  share,
  sideLabel,
  tick,
  verdictWords,
} from '@spendscope/findings';
import { reportWords } from '../../words/reportWords';
import type { ReportData } from '../collectReport';
import type { Finding } from '../findings';
import { grid } from '../grid';
import { boxes } from './boxes';
import { bubbles } from './bubbles';
import { type Markup, html } from './markup';
import { shareBars } from './shareBars';

const alpha = 0.05;

/** Whether a finding counts: its corrected p is below alpha. */
const counts = ({ correctedP }: CheckedClaim): boolean => correctedP !== undefined && correctedP < alpha;

const sentence = (finding: CheckedClaim, language: Language): string =>
  findingSentence(finding.claim, finding.result, counts(finding), language);

const found = ({ result }: CheckedClaim): Association | undefined => ('tooLittle' in result ? undefined : result);

function numbers(finding: CheckedClaim, language: Language): Markup | false {
  const result = found(finding);
  return (
    result !== undefined &&
    html`<p class="muted numbers">
      ${findingNumbers(result, finding.correctedP, language).map((part) => html`<span>${part}</span> `)}
    </p>`
  );
}

/** Churn at each level of a factor. */
export function shareCard(finding: Finding, language: Language): Markup {
  const words = reportWords[language];
  const { factor, outcome } = finding.claim;
  const title = words.churnBy(words.event[outcome.field]!, sideLabel(factor, language));
  const result = found(finding);
  const picture = result?.picture;
  const groups =
    finding.levels?.groups ??
    (result && picture?.kind === 'shares' ? (namedGroups(finding.claim, picture, language) as ShareGroup[]) : []);
  return html`<section class="card">
    <h3>${title}</h3>
    <p>${sentence(finding, language)}</p>
    ${groups.length > 0 && figureOf(shareChart(groups, title, language))}
    ${trendLine(finding, language)}${numbers(finding, language)}
  </section>`;
}

function shareChart(groups: readonly ShareGroup[], title: string, language: Language): Markup {
  const words = reportWords[language];
  // Levels of few customers have intervals up to 1, which would press all bars together.
  const most = Math.min(1, 1.15 * Math.max(...groups.map(({ rate, high, n }) => (n >= 30 ? high : rate))));
  const rows = groups.map(({ label, rate, low, high, events, n }) => ({
    label,
    size: rate,
    low,
    high,
    text: share(rate, language),
    note: words.of(count(events, language), count(n, language)),
  }));
  return shareBars(rows, most, words.chart(title));
}

function trendLine({ levels }: Finding, language: Language): Markup | false {
  const trend = levels?.trend;
  const words = reportWords[language];
  return (
    trend !== undefined &&
    html`<p>
      ${trend.p < alpha ? words.trend(trend.statistic > 0) : words.noTrend} (Cochran–Armitage z =
      ${figure(trend.statistic, language)}, p ${pValue(trend.p)}).
    </p>`
  );
}

/** Box plots of a number for customers who left and who stayed. */
export function boxCard(finding: Finding, language: Language): Markup {
  const result = found(finding);
  return html`<section class="card">
    <h3>${capitalised(sideLabel(finding.claim.factor, language))}</h3>
    <p>${sentence(finding, language)}</p>
    ${result && boxFigure(finding, result, language)}${numbers(finding, language)}
  </section>`;
}

function boxFigure(finding: Finding, { picture }: Association, language: Language): Markup {
  const words = reportWords[language];
  const rows = (namedGroups(finding.claim, picture, language) as MeanGroup[]).map(({ label, box, mean, n }) => ({
    label,
    box,
    mean,
    title: `${label}, n = ${count(n, language)}: ${words.median} ${figure(box.median, language)}, ${words.quartiles} ${figure(box.q1, language)} – ${figure(box.q3, language)}, ${words.mean} ${figure(mean, language)}, ${words.outliers} ${count(box.outliers, language)}`,
  }));
  const chart = boxes(rows, (value) => tick(value, language), words.chart(sideLabel(finding.claim.factor, language)));
  return html`<figure>
    ${chart}
    <figcaption>${rows.map(({ title }) => html`<div>${title}.</div>`)}</figcaption>
  </figure>`;
}

/** Two numbers of each customer, and who of them left. */
export function pairCard({ findings, customers }: ReportData, language: Language): Markup {
  const words = reportWords[language];
  const { pair } = findings;
  const event = customers.churnField;
  if (!pair || !event) {
    return html`<p class="nothing">${words.none}</p>`;
  }
  const { factor, outcome } = pair.claim;
  const column = (field: ClaimField): ArrayLike<number> => customers.columns.get(field)!.values as ArrayLike<number>;
  const made = grid(column(factor.field), column(outcome.field), column(event));
  // The axis with more steps lies across, where there is more room.
  const turned = made.y.length > made.x.length;
  const [across, up] = turned ? [outcome, factor] : [factor, outcome];
  const { x, y, cells } = turned
    ? { x: made.y, y: made.x, cells: made.cells.map((cell) => ({ ...cell, x: cell.y, y: cell.x })) }
    : made;
  const [xLabel, yLabel] = [sideLabel(across, language), sideLabel(up, language)];
  const title = capitalised(`${sideLabel(factor, language)} × ${sideLabel(outcome, language)}`);
  const points = cells.map((cell) => ({
    ...cell,
    share: cell.events / cell.n,
    title: `${xLabel} ${x[cell.x]}, ${yLabel} ${y[cell.y]}: ${words.of(count(cell.events, language), count(cell.n, language))} (${share(cell.events / cell.n, language)})`,
  }));
  const axes = { x, y, xLabel, yLabel, description: words.chart(title) };
  return html`<section class="card wide">
    <h3>${title}</h3>
    <p>${sentence(pair, language)}</p>
    <figure>
      ${bubbles(points, axes)}
      <figcaption>${words.pairNote(fieldLabels[language][event])}</figcaption>
    </figure>
    ${numbers(pair, language)}
  </section>`;
}

/** A belief and what the data says to it. */
export function claimCard(checked: CheckedClaim, language: Language): Markup {
  const result = found(checked);
  const title = claimTitle(checked, language);
  return html`<section class="card">
    <h3>${title}</h3>
    <p class="verdict ${checked.verdict}">${verdictWords[language][checked.verdict]}</p>
    <p>${sentence(checked, language)}</p>
    ${result && figureOf(groupChart(checked, result, title, language))}${numbers(checked, language)}
  </section>`;
}

function groupChart(checked: CheckedClaim, { picture }: Association, title: string, language: Language): Markup {
  const groups = namedGroups(checked.claim, picture, language);
  if (picture.kind === 'shares') {
    return shareChart(groups as ShareGroup[], title, language);
  }
  const means = groups as MeanGroup[];
  return boxes(
    means.map(({ label, box, mean, n }) => ({
      label,
      box,
      mean,
      title: `${label}: ${figure(mean, language)}, n = ${count(n, language)}`,
    })),
    (value) => tick(value, language),
    reportWords[language].chart(title)
  );
}

const figureOf = (chart: Markup): Markup => html`<figure>${chart}</figure>`;
