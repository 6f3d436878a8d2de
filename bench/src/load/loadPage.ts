import { type Markup, html, htmlPage, keyFigureList, madeAt } from '@spendscope/pipeline';
import { lineChart } from './lineChart';
import { type LoadReport, type TargetLoad, shares } from './loadReport';

const whole = (value: number): string => Math.round(value).toLocaleString('en');
const perSecond = (value: number): string => (value >= 100 ? whole(value) : value.toFixed(1));
const ms = (value: number | undefined): string =>
  value === undefined || !Number.isFinite(value) ? '–' : value >= 100 ? whole(value) : value.toFixed(1);
const shareWords = shares.map((share) => (share === 1 ? 'slowest' : `${Number((share * 100).toFixed(1))} %`));
const percent = (share: number): string => `${Math.round(share * 100)} %`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): Markup =>
  html`<table>
    <thead>
      <tr>
        ${head.map((cell) => html`<th class="number" scope="col">${cell}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${row.map((cell) => html`<td class="number">${cell}</td>`)}
          </tr>`
      )}
    </tbody>
  </table>`;

function stepsCard({ title, steps, saturation }: TargetLoad): Markup {
  return html`<article class="card wide">
    <h3>More connections, until no more is answered</h3>
    <p class="muted">
      Closed loop: each connection waits for its answer. ${perSecond(saturation.perSecond)} requests/s with
      ${saturation.connections} connections is the most.
    </p>
    ${lineChart({
      description: `Requests answered a second by connections, ${title}`,
      places: steps.map(({ connections }) => String(connections)),
      xLabel: 'connections',
      yLabel: 'requests/s',
      series: [{ label: 'answered', values: steps.map((step) => step.perSecond) }],
      scale: 'linear',
    })}
    ${table(
      ['connections', 'requests/s', '50 %, ms', '99 %, ms', 'failed'],
      steps.map((step) => [
        String(step.connections),
        perSecond(step.perSecond),
        ms(step.p50),
        ms(step.p99),
        whole(step.failed),
      ])
    )}
  </article>`;
}

function openCard({ title, open, ceiling, saturation }: TargetLoad): Markup {
  return html`<article class="card wide">
    <h3>Latency at a constant rate</h3>
    <p class="muted">
      Open loop: requests are sent when they are due, whatever became of the ones before, and latency counts from then.
      Rates are shares of ${perSecond(Math.min(ceiling, saturation.perSecond))}/s, the lower of what the server answers
      and of the ${perSecond(ceiling)}/s that the client of this loop can send.
    </p>
    ${lineChart({
      description: `Latency by share of the answers at each rate, ${title}`,
      places: shareWords,
      xLabel: 'share of the answers that were at least as fast',
      yLabel: 'ms',
      series: open.map(({ load, latencies }) => ({ label: `at ${percent(load)}`, values: latencies })),
      scale: 'log',
    })}
    ${table(
      ['requests/s', 'load', 'due', ...shareWords.map((words) => `${words}, ms`), 'failed', 'unanswered'],
      open.map((one) => [
        perSecond(one.rate),
        percent(one.load),
        whole(one.due),
        ...one.latencies.map(ms),
        whole(one.failed),
        whole(one.unanswered),
      ])
    )}
  </article>`;
}

/** The report as a page that needs nothing but itself. */
export function loadPage(report: LoadReport): string {
  const { targets, cores, node, loadAverage, secondsEach, active, cut } = report;
  return htmlPage(
    {
      title: 'Load test',
      world: targets.map(({ name }) => name).join(', ') || 'nothing',
      made: `${madeAt(new Date(report.at))} · ${cores} cores for server, Elasticsearch and client together · Node ${node}`,
      head: [
        cut && html`<p class="verdict contradicted">Stopped by hand: what was not measured yet is missing.</p>`,
        keyFigureList(
          targets.map(({ name, saturation, open }) => ({
            name: `${name}, at most`,
            value: `${perSecond(saturation.perSecond)}/s`,
            note: open[1]
              ? `99 % within ${ms(open[1].latencies[shares.indexOf(0.99)])} ms at ${perSecond(open[1].rate)}/s`
              : undefined,
          }))
        ),
      ],
      sections: targets.map((target) => ({
        id: target.name,
        title: target.title,
        body: html`<div class="cards">${stepsCard(target)}${target.open.length > 0 && openCard(target)}</div>`,
      })),
      notes: [
        `${secondsEach} s each step. ${whole(active)} interventions were active before.`,
        `Load average of the machine: ${loadAverage.map((value) => value.toFixed(1)).join(' before, ')} after. What else runs on it makes every figure worse.`,
        'The largest shares mean something only where enough requests were due: 99.9 % needs 1,000.',
      ],
    },
    'en'
  );
}
