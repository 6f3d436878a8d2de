import * as common from '@grafana/grafana-foundation-sdk/common';

/** Grafana's own outlines of countries: no tile server is asked, so a map draws without a network. */
export const outlines = new common.MapLayerOptionsBuilder()
  .type('geojson')
  .name('Countries')
  .config({
    src: 'public/maps/countries.geojson',
    rules: [],
    style: { color: { fixed: 'text' }, opacity: 0.2, size: { fixed: 1 } },
  });
