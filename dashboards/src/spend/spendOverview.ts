import type * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import { dataSources } from '../dataSources';
import { missingTraits, noTransactions, whatWasLoaded } from '../explanations';
import { firstOf, hasTransactions } from '../facts';
import { type Filter, type SpendScope, spendTraits, withSpendFilters } from '../filters';
import { inFolder } from '../folder';
import type { World } from '../world';
import { groupPanel, groupVariable } from './groupPanel';
import { type Panel, inRow, wholeWidth } from './inRow';
import { spendFigures } from './spendFigures';
import { spendByAge, spendShare } from './spendShares';
import { type Cut, cuts, spendTable } from './spendTable';
import { growthOf, sameQuarters, spendGrowth } from './spendTrends';

const field = dataSources.transactions.index.fields;

interface Category extends Cut {
  title: string;
  many: string;
}
const categories: readonly Category[] = [
  {
    field: field.category_large,
    label: 'Category',
    words: 'large category',
    title: 'Which categories grow?',
    many: 'categories',
  },
  {
    field: field.category_mid,
    label: 'Product',
    words: 'product',
    nameWidth: 240,
    title: 'Which products grow?',
    many: 'products',
  },
  { field: field.merchant, label: 'Merchant', words: 'merchant', title: 'Which merchants grow?', many: 'merchants' },
];
const places: readonly (Cut & { title: string })[] = [
  { ...cuts.region, title: 'Which regions spend most?' },
  { ...cuts.country, title: 'Which countries spend most?' },
];

export function spendOverview(world: World): dashboard.DashboardBuilder {
  const board = inFolder(
    {
      title: 'Spend overview',
      uid: 'spend-overview',
      description: 'Who spends how much on what, and how it goes against last year.',
      reads: 'events',
    },
    world
  );
  if (!hasTransactions(world.has)) {
    board.withPanel(noTransactions('Who spends how much on what is known from transactions only.'));
    return world.loaded ? board.withPanel(whatWasLoaded(world.loaded, wholeWidth)) : board;
  }
  const scope = withSpendFilters(board, world);
  board.withVariable(groupVariable(world));
  for (const panel of panelsOf(scope)) {
    board.withPanel(panel);
  }
  return board;
}

/** Charts of what the data has, row by row, and at the end a word about what it lacks. */
function panelsOf(scope: SpendScope): Panel[] {
  const present = scope.world.has.transactions;
  const has = (name: string): boolean => present.includes(name);
  const category = firstOf(categories, present);
  const place = firstOf(places, present);
  const missing = spendTraits.filter((trait) => !has(trait.field));
  const half = { width: wholeWidth / 2, height: 11 };
  return [
    ...spendFigures(scope, { width: 8, againstLastYear: true }),
    ...inRow(
      has(field.grade) && ((width) => spendTable(scope, cuts.grade, { title: 'Who spends it?', width, height: 9 })),
      (width) => spendGrowth(scope, { width, height: 9 })
    ),
    ...inRow(
      (width) => sameQuarters(scope, { width, height: 9 }),
      (width) => spendTable(scope, cuts.quarter, { title: 'How much in each quarter?', width, height: 9 })
    ),
    ...(category
      ? [
          spendTable(scope, category, { title: 'What do they buy?', ...half }),
          growthOf(scope, category, { ...category, ...half }),
        ]
      : []),
    ...inRow(
      place && ((width) => spendTable(scope, place, { title: place.title, width, height: 11 })),
      has(field.age_band) && ((width) => spendByAge(scope, { width, height: 11 }))
    ),
    ...inRow(
      has(field.channel) && ((width) => spendShare(scope, { field: field.channel, label: 'Channel', words: 'channel' }, { title: 'Through which channel?', width, height: 8 })), // prettier-ignore
      has(field.digital_member) && ((width) => spendTable(scope, cuts.member, { title: 'Do digital members spend more?', width, height: 8 })) // prettier-ignore
    ),
    ...inRow(
      has(field.sex) && ((width) => spendTable(scope, cuts.sex, { title: 'Do women or men spend more?', width, height: 8 })), // prettier-ignore
      has(field.card_product) && ((width) => spendTable(scope, cuts.product, { title: 'With which card?', width, height: 8 })) // prettier-ignore
    ),
    groupPanel(scope, { width: wholeWidth, height: 9 }),
    ...wordsOf(missing, standIns(category, place), scope.world),
  ];
}

/** What was loaded and what it lacks, side by side where there is something to say of both. */
function wordsOf(missing: readonly Filter[], instead: string, { loaded }: World): Panel[] {
  const both = loaded !== undefined && missing.length > 0;
  return [
    ...(loaded ? [whatWasLoaded(loaded, both ? 8 : wholeWidth)] : []),
    ...(missing.length > 0 ? [missingTraits(missing, instead, both ? 16 : wholeWidth)] : []),
  ];
}

/** Says what is shown in the place of what is missing. */
function standIns(category: Category | undefined, place: Cut | undefined): string {
  const used = [category !== categories[0] && category, place !== places[0] && place].filter((cut) => Boolean(cut));
  const named = (used as Cut[]).map(({ words, field: name }) => `${words} (\`${name}\`)`);
  return named.length > 0 ? `What comes nearest is shown instead: ${named.join(' and ')}.` : '';
}
