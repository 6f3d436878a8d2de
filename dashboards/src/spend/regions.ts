import * as common from '@grafana/grafana-foundation-sdk/common';
import type * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import * as geomap from '@grafana/grafana-foundation-sdk/geomap';
import { mostTiles } from '@spendscope/contracts';
import { type Override, inUnit } from '../columns';
import { dataSources } from '../dataSources';
import { noTransactions } from '../explanations';
import { hasTransactions } from '../facts';
import { withSpendFilters } from '../filters';
import { inFolder } from '../folder';
import { found, insight, insightTable } from '../insightTable';
import { nothing, outlines } from '../outlines';
import { barCell, counted, ofNewestRun, only, renamed, sorted } from '../panels';
import { type World, moneyUnit } from '../world';
import { type Panel, inRow } from './inRow';
import { spendByAge, spendMap } from './spendShares';
import { type Cut, cuts, spendTable } from './spendTable';

const field = dataSources.transactions.index.fields;
const { figures } = insight;
const large: Cut = { field: field.category_large, label: 'Category', words: 'large category' };
const how = 'Net spend of the last 365 days per customer of a region who spent anything in its history';
const empty = 'No customer has a region';

export function regions(world: World): dashboard.DashboardBuilder {
  const board = inFolder(
    {
      title: 'Regions and life',
      uid: 'regions-and-life',
      description: 'Where customers live, how they live, and what they spend on.',
      reads: 'events',
    },
    world
  );
  if (!hasTransactions(world.has)) {
    return board.withPanel(noTransactions('What customers of a region or stage of life spend is known from transactions only.')); // prettier-ignore
  }
  const scope = withSpendFilters(board, world);
  const has = (name: string): boolean => world.has.transactions.includes(name);
  const panels = [
    tileMap(world),
    regionMap(world),
    perCustomer(world),
    spendTable(scope, cuts.region, { title: 'Which regions spend most in the range?', width: 12, height: 12 }),
    spendMap(scope, cuts.region, cuts.life, { title: 'Which life is lived where?', width: 12, height: 12 }),
    spendTable(scope, cuts.life, { title: 'Which stage of life spends most?', width: 12, height: 9 }),
    spendMap(scope, large, cuts.life, { title: 'What does each stage of life buy?', width: 12, height: 9 }),
    ...inRow(
      has(field.children) && ((width) => spendTable(scope, cuts.children, { title: 'Do school-age children cost more?', width, height: 8 })), // prettier-ignore
      has(field.digital_member) && ((width) => spendTable(scope, cuts.member, { title: 'Do digital members spend more?', width, height: 8 })) // prettier-ignore
    ),
    spendByAge(scope, { width: 24, height: 9 }),
  ];
  panels.forEach((panel) => board.withPanel(panel));
  return board;
}

/** Each region as a tile of one size, near where it lies: a small one is seen as well as a large one. */
function tileMap(world: World): Panel {
  return ofNewestRun(
    new geomap.PanelBuilder()
      .title('Which regions stand out, small ones too?')
      .description(
        `${how}. Every region is one tile of the same size, moved as little as that takes; the redder, the more a customer spends. Computed by the newest run over all customers: range and filters do not change it.`
      )
      .span(12)
      .height(14)
      .targets([found('region', `_exists_:${figures.tile_north}`, mostTiles)])
      .unit(moneyUnit(world))
      .noValue('No region whose place is known')
      .transformations(regionColumns(figures.tile_north, figures.tile_east))
      .overrides([coloured, counted('Customers')])
      .view(new geomap.MapViewConfigBuilder().id('fit').allLayers(true).padding(12).zoom(6))
      .controls(new geomap.ControlsOptionsBuilder().showZoom(false).mouseWheelZoom(false).showAttribution(false))
      .basemap(nothing)
      .layers([
        markerLayer('Regions', {
          color: { field: 'Per customer', fixed: 'blue' },
          opacity: 0.35,
          size: { fixed: 28, min: 28, max: 28 },
          symbol: { mode: 'fixed', fixed: 'img/icons/marker/square.svg' },
        }),
        markerLayer('Names', tileText('Region', -8)),
        markerLayer('Values', tileText('Per customer', 9)),
      ])
  );
}

/** What a map of regions reads of them, the place under the names by which its layers find it. */
function regionColumns(latitude: string, longitude: string): dashboard.DataTransformerConfig[] {
  const columns = {
    [insight.group]: 'Region',
    [insight.value]: 'Per customer',
    [figures.customers]: 'Customers',
    [latitude]: 'latitude',
    [longitude]: 'longitude',
  };
  return [sorted(insight.place), only(Object.keys(columns)), renamed(columns, Object.keys(columns))];
}

const coloured: Override = {
  matcher: { id: 'byName', options: 'Per customer' },
  properties: [
    { id: 'color', value: { mode: 'continuous-BlYlRd' } },
    // Its own least and most, not those of the customers and places beside it.
    { id: 'fieldMinMax', value: true },
  ],
};

/** Only regions are asked about: what is written over them is not in the way of the pointer. */
const markerLayer = (name: string, style: object): common.MapLayerOptionsBuilder =>
  new common.MapLayerOptionsBuilder()
    .type('markers')
    .name(name)
    .tooltip(name === 'Regions')
    .location(
      new common.FrameGeometrySourceBuilder()
        .mode(common.FrameGeometrySourceMode.Coords)
        .latitude('latitude')
        .longitude('longitude')
    )
    .config({ showLegend: false, style });

/** Words without a symbol, in the colour of text: those of a tile would be in the tile’s. */
const tileText = (column: string, offsetY: number): object => ({
  color: { fixed: 'text' },
  text: { mode: 'field', field: column },
  textConfig: { fontSize: 11, offsetX: 0, offsetY, textAlign: 'center', textBaseline: 'middle' },
});

/** Each region where its customers pay: as large as they are many, coloured by what one of them spends. */
function regionMap(world: World): Panel {
  return ofNewestRun(
    new geomap.PanelBuilder()
      .title('Where is most spent per customer?')
      .description(
        `${how}, at the median place of its customers’ payments: the larger, the more customers; the redder, the more each spends. Computed by the newest run over all customers: range and filters do not change it.`
      )
      .span(12)
      .height(14)
      .targets([found('region')])
      .unit(moneyUnit(world))
      .noValue(empty)
      .transformations(regionColumns(figures.lat, figures.lon))
      .overrides([coloured, counted('Customers'), inUnit('latitude', 'none', 2), inUnit('longitude', 'none', 2)])
      .view(new geomap.MapViewConfigBuilder().id('fit').allLayers(true).lat(36.3).lon(127.8).zoom(6))
      .basemap(outlines)
      .layers([
        markerLayer('Regions', {
          color: { field: 'Per customer', fixed: 'blue' },
          opacity: 0.8,
          size: { field: 'Customers', min: 7, max: 28, fixed: 8 },
          symbol: { mode: 'fixed', fixed: 'img/icons/marker/circle.svg' },
          text: { mode: 'field', field: 'Region' },
          textConfig: { fontSize: 12, offsetX: 0, offsetY: 0, textAlign: 'center', textBaseline: 'middle' },
        }),
      ])
  );
}

const perCustomer = (world: World): Panel =>
  insightTable({
    title: 'How much does a customer of each region spend?',
    how: `${how}, and how many times that of all customers it is.`,
    width: 24,
    height: 9,
    kind: 'region',
    columns: {
      [insight.group]: 'Region',
      [figures.customers]: 'Customers',
      [insight.value]: 'Per customer',
      [insight.effect]: 'Of the mean',
    },
    overrides: [counted('Customers'), barCell('Per customer', moneyUnit(world)), inUnit('Of the mean', 'suffix: ×', 2)],
    empty,
  });
