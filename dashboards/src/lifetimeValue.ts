import type * as table from '@grafana/grafana-foundation-sdk/table';
import { dataSources } from './dataSources';
import { barCell, counted, renamed, rows } from './panels';
import { aggregate, average, count, sum, terms } from './query';
import { type World, moneyUnit } from './world';

const customers = dataSources.customers;
const field = customers.index.fields;

/** What each persona's customers are likely to spend. */
export const lifetimeValue = (world: World, filter: string): table.PanelBuilder =>
  rows({
    title: 'Whose next year is worth most?',
    how: 'Lifetime value over the next 12 months, mean and sum of each persona: orders expected (BG/NBD: how often each customer bought, how long ago, and whether they may have left) times the amount expected (Gamma-Gamma), discounted by 1 % a month. Learnt by the run from days with orders, before refunds; the future may differ.',
    width: 24,
    height: 9,
    queries: [
      aggregate(customers, {
        filter: `${filter} AND _exists_:${field.clv}`,
        metrics: [count, average(field.clv), sum(field.clv)],
        by: [terms(field.persona, { size: 50, orderBy: '2' })],
      }),
    ],
  })
    .noValue('The newest run has no lifetime values: its stage “Lifetime value” says why')
    .transformations([
      renamed({ [field.persona]: 'Persona', Count: 'Customers', Average: 'Mean of a customer', Sum: 'All together' }, [
        field.persona,
        'Count',
        'Average',
        'Sum',
      ]),
    ])
    .overrides([
      counted('Customers'),
      ...['Mean of a customer', 'All together'].map((column) => barCell(column, moneyUnit(world))),
    ]);
