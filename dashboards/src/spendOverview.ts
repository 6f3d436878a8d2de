import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import type * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import { dataSources } from './dataSources';
import { missingTraits, noTransactions, whatWasLoaded } from './explanations';
import { firstOf, hasTransactions } from './facts';
import { type Filter, adHocFilter, luceneOf, spendFilters, spendTraits, termsVariable } from './filters';
import { inFolder } from './folder';
import {
  type Cut,
  type Spend,
  categoryGrowth,
  spendByAge,
  spendByCategory,
  spendByChannel,
  spendByGrade,
  spendByPlace,
  spendFigures,
  spendGrowth,
} from './spendPanels';
import type { World } from './world';

type Panel = Builder<dashboard.Panel>;

const source = dataSources.transactions;
const field = source.index.fields;
/** Columns of Grafana's grid. */
const wholeWidth = 24;

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
  { field: field.region, label: 'Region', words: 'region', title: 'Which regions spend most?' },
  { field: field.country, label: 'Country', words: 'country', title: 'Which countries spend most?' },
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
  const filters = spendFilters(world);
  for (const filter of filters) {
    board.withVariable(termsVariable(filter, source));
  }
  board.withVariable(adHocFilter(source));
  for (const panel of panelsOf({ world, filter: luceneOf(filters) })) {
    board.withPanel(panel);
  }
  return board;
}

/** Charts of what the data has, row by row, and at the end a word about what it lacks. */
function panelsOf(spend: Spend): Panel[] {
  const present = spend.world.has.transactions;
  const hasGrades = present.includes(field.grade);
  const category = firstOf(categories, present);
  const place = firstOf(places, present);
  const cuts = [
    place && ((width: number): Panel => spendByPlace(spend, place, { width, height: 10 })),
    present.includes(field.age_band) && ((width: number): Panel => spendByAge(spend, { width, height: 10 })),
    present.includes(field.channel) && ((width: number): Panel => spendByChannel(spend, { width, height: 10 })),
  ].filter((panel) => typeof panel === 'function');
  const missing = spendTraits.filter((trait) => !present.includes(trait.field));
  const half = { width: wholeWidth / 2, height: 11 };
  return [
    ...spendFigures(spend),
    spendGrowth(spend, hasGrades, { width: hasGrades ? 15 : wholeWidth, height: 9 }),
    ...(hasGrades ? [spendByGrade(spend, { width: 9, height: 9 })] : []),
    ...(category ? [spendByCategory(spend, category, half), categoryGrowth(spend, category, half)] : []),
    ...cuts.map((panel) => panel(wholeWidth / cuts.length)),
    ...wordsOf(missing, standIns(category, place), spend.world),
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
