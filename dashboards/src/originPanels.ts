import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import * as common from '@grafana/grafana-foundation-sdk/common';
import type * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import * as geomap from '@grafana/grafana-foundation-sdk/geomap';
import type * as table from '@grafana/grafana-foundation-sdk/table';
import { dataSources } from './dataSources';
import { explanation } from './explanations';
import { outlines } from './outlines';
import { countUnit, barCell, renamed, rows } from './panels';
import { aggregate, average, count, geohash, terms } from './query';
import type { World } from './world';

const source = dataSources.anomalies;
const field = source.index.fields;
const title = 'Where do they come from?';
const place = { width: 10, height: 11 };

/**
 * Where anomalies happen, counted over all of the range: by country, else a map of places, else why there is neither. The
 * table of anomalies draws its own rows on a map.
 * Always one panel, so that those after it keep the ids by which alerts name them.
 */
export function originPanel({ has }: World, filter: string): Builder<dashboard.Panel> {
  if (has.transactions.includes(field.country)) {
    return originCountries(filter);
  }
  return has.transactions.includes(field.geo)
    ? originMap(filter)
    : explanation({
        title,
        about: 'Shown instead of a map: no loaded transaction has a place.',
        paragraphs: [
          `No loaded transaction has a place (\`${field.geo}\`), an address or a country (\`${field.country}\`), so there is nothing to put on a map.`,
          'Where your files have one of them, name its columns in the mapping and load again with `--reset-data`.',
        ],
        ...place,
      });
}

function originCountries(filter: string): table.PanelBuilder {
  return rows({
    title,
    how: 'Scored transactions per country at or above the chosen score, all of them.',
    ...place,
    queries: [
      aggregate(source, {
        filter,
        metrics: [count, average(field.anomalyScore)],
        by: [terms(field.country, { size: 50, orderBy: '_count' })],
      }),
    ],
  })
    .transformations([
      renamed({ [field.country]: 'Country', Count: 'Transactions', Average: 'Mean score' }, [
        field.country,
        'Count',
        'Average',
      ]),
    ])
    .overrides([
      barCell('Transactions', countUnit),
      { matcher: { id: 'byName', options: 'Mean score' }, properties: [{ id: 'decimals', value: 2 }] },
    ]);
}

function originMap(filter: string): geomap.PanelBuilder {
  return new geomap.PanelBuilder()
    .title('Where do they come from?')
    .description('Scored transactions per geohash cell of the place that the card or the network address points to.')
    .span(10)
    .height(11)
    .targets([aggregate(source, { filter: filter, metrics: [count], by: [geohash(field.geo, 3)] })])
    .view(new geomap.MapViewConfigBuilder().id('coords').lat(20).lon(10).zoom(1).allLayers(true))
    .basemap(outlines)
    .layers([
      new common.MapLayerOptionsBuilder()
        .type('markers')
        .name('Anomalies')
        .tooltip(true)
        .location(
          new common.FrameGeometrySourceBuilder().mode(common.FrameGeometrySourceMode.Geohash).geohash(field.geo)
        )
        .config({
          showLegend: false,
          style: {
            color: { fixed: 'red' },
            opacity: 0.6,
            size: { field: 'Count', min: 4, max: 20, fixed: 6 },
            symbol: { mode: 'fixed', fixed: 'img/icons/marker/circle.svg' },
          },
        }),
    ]);
}
