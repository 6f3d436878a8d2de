import { TermsOrder } from '@grafana/grafana-foundation-sdk/elasticsearch';
import type * as stat from '@grafana/grafana-foundation-sdk/stat';
import { computed } from '../columns';
import { dataSources } from '../dataSources';
import type { SpendScope } from '../filters';
import { countUnit, figure, ofNewestRun, only } from '../panels';
import { aggregate, average, count, distinct, sum, terms } from '../query';
import { moneyUnit } from '../world';

const source = dataSources.transactions;
const field = source.index.fields;
const { insights } = dataSources;
const insight = insights.index.fields;

/** A figure over the whole range: one day-less bucket, because the data source wants a bucket for every metric. */
const overall = terms(field.currency, { size: 1, orderBy: '_count' });

/** Sums, means and counts of spend; with the comparison to last year where it is that of everybody. */
export function spendFigures(
  { world, filter }: SpendScope,
  { width, againstLastYear }: { width: number; againstLastYear: boolean }
): stat.PanelBuilder[] {
  const size = { width, height: 4 };
  const money = moneyUnit(world);
  const of = (
    title: string,
    how: string,
    metrics: Parameters<typeof aggregate>[1]['metrics'],
    unit: string
  ): stat.PanelBuilder =>
    figure({ title, how, ...size, unit, queries: [aggregate(source, { filter, metrics, by: [overall] })] });
  return [
    of('How much was spent?', 'Sum of amounts in the range, net of refunds.', [sum(field.amount)], money),
    ...(againstLastYear ? [lastYear(size)] : []),
    of(
      'How much per customer?',
      'Sum of amounts ÷ distinct customers with a transaction in the range.',
      [sum(field.amount), distinct(field.user_id)],
      money
    ).transformations([computed('Per customer', 'Sum', '/', 'Unique Count'), only(['Per customer'])]),
    of(
      'How much per payment?',
      'Mean amount of a transaction; refunds count as negative.',
      [average(field.amount)],
      money
    ),
    of(
      'How many paid?',
      'Distinct customers with a transaction in the range (Elasticsearch’s estimate, off by one or two in ten thousand).',
      [distinct(field.user_id)],
      countUnit
    ),
    of('How many payments?', 'Transactions in the range, refunds included.', [count], countUnit),
  ];
}

/** The newest quarter against the same days a year before, as the newest run computed it over all customers. */
function lastYear(size: { width: number; height: number }): stat.PanelBuilder {
  return ofNewestRun(
    figure({
      title: 'More than last year?',
      how: 'Spend of the newest quarter so far against the same days a year before, of all customers: computed by the newest run, so neither range nor filters change it.',
      ...size,
      unit: 'percentunit',
      queries: [
        aggregate(insights, {
          filter: `${insight.kind}:quarter AND _exists_:${insight.effect}`,
          metrics: [average(insight.effect)],
          by: [terms(insight.period, { size: 1, orderBy: '_term', order: TermsOrder.Desc })],
        }),
      ],
    })
      .decimals(1)
      .noValue('No year before')
  );
}
