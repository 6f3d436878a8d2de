import * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import type * as table from '@grafana/grafana-foundation-sdk/table';
import { inUnit } from '../columns';
import { dataSources } from '../dataSources';
import type { SpendScope } from '../filters';
import { barCell, only, renamed, rows } from '../panels';
import { aggregate, greatest, sum, terms } from '../query';
import { type World, moneyUnit } from '../world';
import { type Cut, type Place, cuts } from './spendTable';

const source = dataSources.transactions;
const field = source.index.fields;

const groupings = ({ has }: World): Cut[] =>
  [
    cuts.grade,
    cuts.age,
    cuts.region,
    cuts.country,
    cuts.sex,
    cuts.life,
    cuts.product,
    cuts.member,
    cuts.quarter,
  ].filter((cut) => cut === cuts.quarter || has.transactions.includes(cut.field));

/**
 * Each monthly index knows only its own order of categories: asked for one, it would keep the sums of others to itself. All
 * are asked for, and the first of each group is kept.
 */
const allLevels = 100;

/** A column's name after {@link firstOfEach}. */
const first = (column: string): string => `${column} (firstNotNull)`;

/** The first row of each group, of those columns that a frame has. */
const firstOfEach = (group: string, columns: readonly string[]): dashboard.DataTransformerConfig => ({
  id: 'groupBy',
  options: {
    fields: {
      [group]: { operation: 'groupby', aggregations: [] },
      ...Object.fromEntries(
        columns.map((column) => [column, { operation: 'aggregate', aggregations: ['firstNotNull'] }])
      ),
    },
  },
});

/** By what the table of groups is grouped. */
export function groupVariable(world: World): dashboard.CustomVariableBuilder {
  const choices = groupings(world);
  const [usual] = choices as [Cut];
  return new dashboard.CustomVariableBuilder('group_by')
    .label('Groups by')
    .values(choices.map((cut) => `${cut.label} : ${cut.field}`).join(','))
    .current({ selected: true, text: usual.label, value: usual.field });
}

/** Of each group the highest payment, and the large and the mid category that it spends most on. */
export function groupPanel({ world, filter }: SpendScope, { width, height }: Place): table.PanelBuilder {
  const money = moneyUnit(world);
  const has = (name: string): boolean => world.has.transactions.includes(name);
  const levels = [
    { field: field.category_large, refId: 'A', label: 'Most on', spent: 'Spend on it' },
    { field: field.category_mid, refId: 'B', label: 'In detail most on', spent: 'Spend on that' },
    { field: field.merchant, refId: 'C', label: 'Most at', spent: 'Spend there' },
  ].filter((level) => has(level.field));
  const shown = levels.slice(0, 2);
  const names = Object.fromEntries(groupings(world).map((cut) => [cut.field, 'Group']));
  const group = (): ReturnType<typeof terms> => terms('${group_by}', { size: 30, orderBy: '1' });
  return rows({
    title: 'What does each group spend most on?',
    how: 'Per group, chosen above as “Groups by”: the highest single payment in the range, and the large and the mid category with the highest spend, with that spend; the group with the highest spend first.',
    width,
    height,
    queries: [
      aggregate(source, { refId: 'G', filter, metrics: [sum(field.amount), greatest(field.amount)], by: [group()] }),
      ...shown.map((level) =>
        aggregate(source, {
          refId: level.refId,
          filter,
          metrics: [sum(field.amount)],
          by: [group(), terms(level.field, { size: allLevels, orderBy: '1' })],
        })
      ),
    ],
  })
    .transformations([
      renamed(names),
      firstOfEach('Group', ['Sum', 'Max', ...shown.map((level) => level.field)]),
      { id: 'joinByField', options: { byField: 'Group', mode: 'outer' } },
      renamed(
        {
          [`${first('Sum')} 1`]: 'Spend',
          [first('Max')]: 'Highest payment',
          ...Object.fromEntries(shown.flatMap((level, i) => [[first(level.field), level.label], [`${first('Sum')} ${i + 2}`, level.spent]])), // prettier-ignore
        },
        []
      ),
      only(['Group', 'Spend', 'Highest payment', ...shown.flatMap(({ label, spent }) => [label, spent])]),
    ])
    .overrides([
      barCell('Spend', money),
      inUnit('Highest payment', money),
      ...shown.map(({ spent }) => inUnit(spent, money)),
    ]);
}
