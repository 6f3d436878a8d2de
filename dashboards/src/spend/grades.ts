import type * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import { dataSources } from '../dataSources';
import { noTransactions } from '../explanations';
import { hasTransactions } from '../facts';
import { withSpendFilters } from '../filters';
import { inFolder } from '../folder';
import { moneyUnit, type World } from '../world';
import { borderTable, deserving, gradeAnswer, topShares } from './gradeFindings';
import { falling, nextVvips, rising } from './gradePaths';
import { gradesByAge, gradesOfCustomers, vvipByAge } from './gradeShares';
import { cuts, spendTable } from './spendTable';

const field = dataSources.transactions.index.fields;

export function grades(world: World): dashboard.DashboardBuilder {
  const board = inFolder(
    {
      title: 'Grades',
      uid: 'grades',
      description: 'What the grades carry, who is near to another one, and which deserves a benefit.',
      reads: 'events',
    },
    world
  );
  if (!hasTransactions(world.has)) {
    return board.withPanel(noTransactions('Grades are told apart by what their customers spend.'));
  }
  const scope = withSpendFilters(board, world);
  const money = moneyUnit(world);
  const vvip = { ...scope, filter: `${scope.filter} AND ${field.grade}:VVIP` };
  const ofVvips = (what: string): string => `What VVIPs spend per ${what} in the range, under the filters.`;
  const panels = [
    ...topShares(),
    gradesOfCustomers(scope),
    gradeAnswer(),
    vvipByAge(),
    gradesByAge(scope),
    borderTable(money),
    rising(scope, money),
    falling(scope, money),
    nextVvips(scope, money),
    ...deserving(money),
    spendTable(vvip, { field: field.category_large, label: 'Industry', words: 'large category' }, { title: 'On which industries do VVIPs spend?', how: ofVvips('large category'), width: 8, height: 11 }), // prettier-ignore
    spendTable(vvip, cuts.life, { title: 'In which stage of life are VVIPs?', how: ofVvips('life stage'), width: 8, height: 11 }), // prettier-ignore
    spendTable(vvip, cuts.region, { title: 'Where do VVIPs live?', how: ofVvips('region of residence'), width: 8, height: 11 }), // prettier-ignore
  ];
  panels.forEach((panel) => board.withPanel(panel));
  return board;
}
