import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import type * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import { dataSources } from './dataSources';
import { barCell, countUnit, counted, figure, only, renamed, rows, sorted, wide } from './panels';
import { aggregate, average, documents, sum, terms } from './query';
import type { World } from './world';

type Panel = Builder<dashboard.Panel>;

const source = dataSources.customerFigures;
const field = source.index.fields;
const person = dataSources.customers.index.fields;

export const nothingKnown =
  'The loaded data says neither who left nor when customers ordered, so there is no churn to show';

/** What leaving means in this data. */
export const eventOf = ({ has }: World): { noun: string; means: string } =>
  has.customers.includes(person.churned)
    ? { noun: 'churned', means: 'Churned is what the data says itself.' }
    : {
        noun: 'inactive',
        means:
          'The data has no label of churn. Inactive: no order within three of a customer’s own mean intervals, at least 30 days; 90 days after a single order.',
      };

export function churnShare(world: World): Panel[] {
  const { noun, means } = eventOf(world);
  const total = (metric: typeof count): ReturnType<typeof aggregate> =>
    aggregate(source, { filter: `${field.kind}:total`, metrics: [metric], by: [terms(field.kind, { size: 1 })] });
  const count = sum(field.customers);
  const figures = [
    { title: 'How many customers?', how: `Customers of the newest run of whom it is known whether they are ${noun}.`, metric: count, unit: countUnit, decimals: 0 }, // prettier-ignore
    { title: `How many are ${noun}?`, how: means, metric: sum(field.left), unit: countUnit, decimals: 0 },
    { title: 'What share is that?', how: `Share of ${noun} among these customers. ${means}`, metric: average(field.rate), unit: 'percentunit', decimals: 1 }, // prettier-ignore
    { title: 'At least?', how: 'Lower end of the share’s 95 % Wilson interval.', metric: average(field.low), unit: 'percentunit', decimals: 1 }, // prettier-ignore
    { title: 'At most?', how: 'Upper end of the share’s 95 % Wilson interval.', metric: average(field.high), unit: 'percentunit', decimals: 1 }, // prettier-ignore
  ];
  const widths = [6, 6, 4, 4, 4];
  return figures.map(({ title, how, metric, unit, decimals }, at) =>
    figure({ title, how, width: widths[at]!, height: 4, unit, queries: [total(metric)] })
      .noValue(nothingKnown)
      .decimals(decimals)
  );
}

interface Cut {
  /** as the customers’ index calls it: shown where the data has it */
  present: string;
  /** as the figures call it */
  name: string;
  title: string;
  column: string;
}

const shopCuts: readonly Cut[] = [
  { present: person.shop.satisfaction, name: 'satisfaction', title: 'Do satisfied customers stay?', column: 'Satisfaction' }, // prettier-ignore
  { present: person.shop.complained, name: 'complained', title: 'Do those leave who complained?', column: 'Customers' },
  { present: person.shop.city_tier, name: 'city_tier', title: 'Does the city matter?', column: 'City tier' },
  { present: person.shop.preferred_category, name: 'preferred_category', title: 'Which favourite category leaves?', column: 'Category' }, // prettier-ignore
  { present: person.shop.payment, name: 'payment', title: 'Which way of paying leaves?', column: 'Payment' },
  { present: person.shop.device, name: 'device', title: 'Which login device leaves?', column: 'Device' },
  { present: person.shop.marital_status, name: 'marital_status', title: 'Do singles leave?', column: 'Marital status' },
];
const personCuts: readonly Cut[] = [
  { present: person.grade, name: 'grade', title: 'Which grade leaves?', column: 'Grade' },
  { present: person.card_product, name: 'card_product', title: 'With which card product?', column: 'Card product' },
  { present: person.life_stage, name: 'life_stage', title: 'At which stage of life?', column: 'Life stage' },
  { present: person.region, name: 'region', title: 'In which region?', column: 'Region' },
  { present: person.sex, name: 'sex', title: 'Do women and men differ?', column: 'Sex' },
];
/** Panels in a row of the grid. */
const inARow = 2;

/** Churn by each level that the data has. */
export function churnCuts(world: World): Panel[] {
  const cuts = [...shopCuts, ...personCuts].filter(({ present }) => world.has.customers.includes(present));
  const { noun, means } = eventOf(world);
  return cuts.map(({ name, title, column }, at) => {
    const last = Math.floor(at / inARow) === Math.floor((cuts.length - 1) / inARow);
    const width = 24 / (last ? ((cuts.length - 1) % inARow) + 1 : inARow);
    const columns = { [field.group]: column, [field.customers]: 'Total', [field.rate]: 'Share', [field.low]: 'At least', [field.high]: 'At most' }; // prettier-ignore
    return rows({
      title,
      how: `Share of ${noun} customers at each level, with its 95 % Wilson interval. ${means} Whether differences are beyond chance is said in the findings.`,
      width,
      height: 8,
      queries: [documents(source, { filter: `${field.kind}:share AND ${field.field}:${name}`, size: 100 })],
    })
      .noValue(nothingKnown)
      .transformations([sorted(field.place), only(Object.keys(columns)), renamed(columns, Object.keys(columns))])
      .overrides([
        barCell('Share', 'percentunit'),
        {
          matcher: { id: 'byName', options: 'Share' },
          properties: [
            { id: 'decimals', value: 1 },
            { id: 'max', value: 1 },
          ],
        },
        ...['At least', 'At most'].map((end) => ({
          matcher: { id: 'byName', options: end },
          properties: [
            { id: 'unit', value: 'percentunit' },
            { id: 'decimals', value: 0 },
            { id: 'custom.width', value: 72 },
          ],
        })),
        counted('Total'),
        wide('Total', 65),
        { matcher: { id: 'byName', options: column }, properties: [{ id: 'custom.minWidth', value: 130 }] },
      ]);
  });
}
