import type * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import { dataSources } from '../dataSources';
import { noTransactions } from '../explanations';
import { hasTransactions } from '../facts';
import { withSpendFilters } from '../filters';
import { inFolder } from '../folder';
import { insight } from '../insightTable';
import { type World, moneyUnit } from '../world';
import { benefits, expected, gaining, growing } from './categoryFindings';
import { spendMap, spendShare } from './spendShares';
import { type Cut, cuts, spendTable } from './spendTable';

const field = dataSources.transactions.index.fields;
const large: Cut = { field: field.category_large, label: 'Category', words: 'large category' };
const leisure = `${field.category_large}:(food OR travel OR shopping OR entertainment)`;

export function categories(world: World): dashboard.DashboardBuilder {
  const board = inFolder(
    {
      title: 'Categories',
      uid: 'categories',
      description: 'What is bought by whom, what grows and shrinks, and what to offer next quarter.',
      reads: 'events',
    },
    world
  );
  if (!hasTransactions(world.has)) {
    return board.withPanel(noTransactions('What is bought is known from transactions only.'));
  }
  const scope = withSpendFilters(board, world);
  const money = moneyUnit(world);
  const panels = [
    spendShare(scope, large, { title: 'What is spend made of?', width: 12, height: 10 }),
    spendShare(scope, large, { title: 'Food, travel, shopping or entertainment?', only: leisure, width: 12, height: 10 }).noValue('The data has none of these four categories'), // prettier-ignore
    spendTable(scope, large, { title: 'How much in each large category?', width: 12, height: 13 }),
    spendTable(scope, cuts.mid, { title: 'How much in each mid category?', width: 12, height: 13 }),
    spendMap(scope, large, cuts.age, { title: 'Which age buys what?', width: 12, height: 13 }),
    spendMap(scope, large, cuts.grade, { title: 'Which grade buys what?', width: 12, height: 13 }),
    spendMap(scope, cuts.region, large, { title: 'Which region buys what?', width: 24, height: 15 }),
    growing(money, 'category_large', { title: 'Which large categories grow and which shrink?', width: 24, height: 13 }),
    growing(money, 'category_mid', { title: 'Which mid categories grow and which shrink?', width: 24, height: 13 }),
    gaining({ title: 'Which gain or lose on the others?', width: 12, height: 13 }),
    expected(money, { title: 'What will next quarter bring?', width: 12, height: 13 }),
    benefits(`${insight.dimension}:(grade OR age_band OR life_stage)`, { title: 'Which benefits to propose next quarter, and to whom?', width: 24, height: 14 }), // prettier-ignore
  ];
  panels.forEach((panel) => board.withPanel(panel));
  return board;
}
