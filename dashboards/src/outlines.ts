import * as common from '@grafana/grafana-foundation-sdk/common';

/** Grafana's own outlines of countries: no tile server is asked, so a map draws without a network. */
export const outlines = new common.MapLayerOptionsBuilder().type('geojson').name('Countries').config(countries(0.2));

/** No land at all, for pictures that only look like maps: without any base map Grafana asks a server for tiles. */
export const nothing = new common.MapLayerOptionsBuilder().type('geojson').name('Nothing').config(countries(0));

function countries(opacity: number): object {
  return {
    src: 'public/maps/countries.geojson',
    rules: [],
    style: { color: { fixed: opacity > 0 ? 'text' : 'transparent' }, opacity, size: { fixed: 1 } },
  };
}
