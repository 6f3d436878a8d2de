import * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import { appId, targetSegment } from '@spendscope/contracts';
import { inUnit, narrow, sentences } from '../columns';
import { dataSources } from '../dataSources';
import { noTransactions } from '../explanations';
import { hasTransactions } from '../facts';
import { type SpendScope, withSpendFilters } from '../filters';
import { inFolder } from '../folder';
import { insight, insightTable } from '../insightTable';
import { counted } from '../panels';
import { type World, moneyUnit } from '../world';
import { benefits, cards } from './categoryFindings';
import type { Panel } from './inRow';
import { spendFigures } from './spendFigures';
import { cuts, spendTable } from './spendTable';
import { growthOf } from './spendTrends';

const field = dataSources.transactions.index.fields;
const { figures } = insight;
const ofTarget = `${insight.dimension}:segment`;

const withChildren = `${field.children}:[1 TO *]`;
const children = new dashboard.CustomVariableBuilder('children')
  .label('School-age children')
  .values(`at least one : ${withChildren},any : *`)
  .current({ selected: true, text: 'at least one', value: withChildren });

/** The app lists who they are, by the filters chosen here, and saves them under a name. */
const whoTheyAre = new dashboard.DashboardLinkBuilder('Who are they? Save them')
  .type(dashboard.DashboardLinkType.Link)
  .icon('doc')
  .tooltip('The customers of these filters, and to save them as a named segment')
  .url(`/a/${appId}/segments?by=traits`)
  .includeVars(true);

/** A segment that somebody may want to win; its filters begin with the contract's target segment and can be changed. */
export function targetSegmentDashboard(world: World): dashboard.DashboardBuilder {
  const board = inFolder(
    {
      title: 'Target segment',
      uid: 'target-segment',
      description: `${targetSegment.name}: how many they are, what they buy and when, who is like them, and what to offer.`,
      reads: 'events',
      links: [whoTheyAre],
    },
    world
  );
  if (!hasTransactions(world.has)) {
    return board.withPanel(noTransactions('What a segment buys is known from transactions only.'));
  }
  const spend = withSpendFilters(board, world, targetSegment.traits);
  board.withVariable(children);
  const scope = { ...spend, filter: `${spend.filter} AND (\${children:raw})` };
  panelsOf(scope).forEach((panel) => board.withPanel(panel));
  return board;
}

function panelsOf(scope: SpendScope): Panel[] {
  const money = moneyUnit(scope.world);
  const named = `Of the named segment “${targetSegment.name}”.`;
  return [
    ...spendFigures(scope, { width: 6, againstLastYear: false }),
    growthOf(scope, cuts.mid, { title: 'What do they buy in each month?', many: 'mid categories of the segment', width: 14, height: 12 }), // prettier-ignore
    spendTable(scope, cuts.mid, { title: 'What are their main categories?', width: 10, height: 12 }),
    insightTable({
      title: 'When would a bonus be seen?',
      how: `${named} Months of the last twelve whole ones in which one of its eight largest categories takes 1.3 times its mean month or more, with ten payments at least.`,
      width: 12,
      height: 11,
      kind: 'segment_month',
      only: `${insight.direction}:up`,
      columns: {
        [insight.category]: 'Category',
        [insight.period]: 'Month',
        [insight.effect]: 'Times mean',
        [insight.value]: 'Spend',
        [figures.payments]: 'Payments',
      },
      overrides: [inUnit('Times mean', 'suffix: ×', 1), inUnit('Spend', money), counted('Payments')],
      empty: 'Fewer than twelve whole months, or no month that stands out',
    }),
    insightTable({
      title: 'Who else spends like them?',
      how: `${named} Other ages and grades by likeness: Pearson’s r of what is typical of both mixes, the logarithm of a category’s share of spend against its share of all spend, with its 95 % interval over the categories. 30 customers at least.`,
      width: 12,
      height: 11,
      kind: 'lookalike',
      columns: {
        [insight.group]: 'Grade, age',
        [insight.value]: 'Likeness',
        [insight.low]: 'from',
        [insight.high]: 'to',
        [figures.customers]: 'Customers',
        [insight.verdict]: 'Because',
      },
      overrides: [
        ...['Likeness', 'from', 'to'].map((column) => inUnit(column, 'none', 2)),
        counted('Customers'),
        ...narrow(['Likeness', 'from', 'to', 'Customers'], 80),
        ...narrow(['Grade, age'], 110),
        sentences('Because', 220),
      ],
      empty: 'Fewer than 30 customers are in the named segment',
    }),
    cards(ofTarget, money, { title: 'Which card suits them?', width: 24, height: 7 }),
    benefits(ofTarget, { title: 'Which benefit suits them?', width: 24, height: 7 }),
  ];
}
