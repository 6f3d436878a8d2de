import type * as table from '@grafana/grafana-foundation-sdk/table';
import { dataSources } from './dataSources';
import { barCell, renamed, rows } from './panels';
import { aggregate, average, count, terms } from './query';
import type { World } from './world';

const customers = dataSources.customers;
const field = customers.index.fields;

/** Yes and no as Grafana’s data source may write a boolean's key. */
const complaints = [
  {
    type: 'value',
    options: {
      true: { text: 'complained' },
      '1': { text: 'complained' },
      false: { text: 'did not complain' },
      '0': { text: 'did not complain' },
    },
  },
];

const cuts = [
  {
    field: field.shop.preferred_category,
    title: 'In which favourite category do customers leave?',
    column: 'Favourite category',
  },
  { field: field.shop.payment, title: 'With which way of paying do they leave?', column: 'Payment' },
  { field: field.shop.complained, title: 'Do those leave who complained?', column: 'Complaint' },
];

/** Churn by what an online shop knows of its customers, as far as the data has it. */
export function leavingPanels({ has }: World, filter: string): table.PanelBuilder[] {
  const present = cuts.filter((cut) => has.customers.includes(cut.field));
  return present.map(({ field: cut, title, column }) =>
    rows({
      title,
      how: 'Customers and their mean churn probability; where the data says who left, that is the share of those.',
      width: 24 / present.length,
      height: 9,
      queries: [
        aggregate(customers, {
          filter,
          metrics: [count, average(field.churn_probability)],
          by: [terms(cut, { size: 20, orderBy: '2' })],
        }),
      ],
    })
      .transformations([renamed({ [cut]: column, Count: 'Customers', Average: 'Churn' }, [cut, 'Count', 'Average'])])
      .overrides([
        barCell('Churn', 'percentunit'),
        {
          matcher: { id: 'byName', options: 'Churn' },
          properties: [
            { id: 'decimals', value: 1 },
            { id: 'max', value: 1 },
          ],
        },
        {
          matcher: { id: 'byName', options: 'Complaint' },
          properties: [
            { id: 'mappings', value: complaints },
            { id: 'custom.align', value: 'left' },
          ],
        },
      ])
  );
}
