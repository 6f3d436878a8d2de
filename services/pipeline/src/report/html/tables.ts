import { count, fieldLabels, figure, findingPhrases, type Language, pValue, share } from '@spendscope/findings';
import { reportWords } from '../../words/reportWords';
import { anomalyPeak } from '../anomalyFinding';
import type { ReportData } from '../collectReport';
import { heatMap } from './heatMap';
import { type Markup, html } from './markup';

export function correlationCard({ correlations: { fields, cells } }: ReportData, language: Language): Markup {
  const words = reportWords[language];
  if (cells.size === 0) {
    return html`<p class="nothing">${words.none}</p>`;
  }
  const labels = fields.map((field) => fieldLabels[language][field]);
  const chart = heatMap(
    labels.slice(1),
    labels.slice(0, -1),
    (row, column) => {
      const cell = cells.get(`${row + 1},${column}`);
      if (!cell) {
        return undefined;
      }
      const { r, n, correctedP } = cell;
      const clear = correctedP < 0.05;
      return {
        depth: clear ? r : 0,
        text: clear ? r.toFixed(2).replace('-', '−') : '·',
        title: `${labels[row + 1]} · ${labels[column]}: r = ${figure(r, language)}, n = ${count(n, language)}, p ${pValue(correctedP)}`,
      };
    },
    { description: words.chart(words.sections.correlations), cellWidth: 46, slanted: true }
  );
  return html`<section class="card wide">
    <figure>
      ${chart}
      <figcaption>${words.correlationNote}</figcaption>
    </figure>
  </section>`;
}

export function anomalyCard({ anomalies }: Pick<ReportData, 'anomalies'>, language: Language): Markup {
  const words = reportWords[language];
  if ('missing' in anomalies) {
    return html`<p class="nothing">${words.noAnomalies[anomalies.missing]}</p>`;
  }
  const { hours } = anomalies;
  const types = [...new Set(hours.map(({ type }) => type))];
  const perMille = hours.map((hour) => ({ ...hour, rate: (1000 * hour.anomalies) / hour.transactions }));
  const most = Math.max(...perMille.map(({ rate }) => rate), 1);
  const columns = Array.from({ length: 24 }, (_, hour) => String(hour));
  const chart = heatMap(
    types,
    columns,
    (row, column) => {
      const cell = perMille.find(({ type, hour }) => type === types[row] && hour === column);
      return (
        cell && {
          depth: cell.rate / most,
          text: cell.rate >= 10 ? cell.rate.toFixed(0) : cell.rate === 0 ? '' : cell.rate.toFixed(1),
          title: `${types[row]}, ${column}:00: ${words.anomaliesOf(count(cell.anomalies, language), count(cell.transactions, language))}`,
        }
      );
    },
    { description: words.chart(words.sections.anomalies) }
  );
  const peak = anomalyPeak(hours);
  const sentence = peak
    ? `${words.anomalyFinding(peak.type, `${peak.hour}:00`, share(peak.rate, language), share(peak.overall, language))} (${words.anomaliesOf(count(peak.anomalies, language), count(peak.transactions, language))}, ${findingPhrases[language].corrected} p ${pValue(peak.correctedP)}).`
    : words.noAnomalyFound;
  return html`<section class="card wide">
    <p>${sentence}</p>
    <figure>
      ${chart}
      <figcaption>${words.anomalyNote}</figcaption>
    </figure>
  </section>`;
}

export function countTables({ types, counts, missing, customers }: ReportData, language: Language): Markup {
  const words = reportWords[language];
  const typeTable =
    types.length > 0 &&
    html`<section class="card">
      <table>
        <thead>
          <tr>
            <th>${words.type}</th>
            <th class="number">${words.count}</th>
            <th class="number">${words.share}</th>
          </tr>
        </thead>
        <tbody>
          ${types.map(
            ({ type, n }) =>
              html`<tr>
                <td>${type}</td>
                <td class="number">${count(n, language)}</td>
                <td class="number">${share(n / counts.transactions, language)}</td>
              </tr>`
          )}
        </tbody>
      </table>
    </section>`;
  const fieldTable = html`<section class="card">
    <table>
      <thead>
        <tr>
          <th>${words.field}</th>
          <th class="number">${words.values}</th>
          <th class="number">${words.missing}</th>
          <th class="number">${words.share}</th>
        </tr>
      </thead>
      <tbody>
        ${missing.map(
          ({ field, missing: n, distinct }) =>
            html`<tr>
              <td>${fieldLabels[language][field]}</td>
              <td class="number">${count(distinct, language)}</td>
              <td class="number">${count(n, language)}</td>
              <td class="number">${share(n / customers.rows, language)}</td>
            </tr>`
        )}
      </tbody>
    </table>
  </section>`;
  return html`<div class="cards">${typeTable}${fieldTable}</div>`;
}
