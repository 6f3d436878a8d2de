import { css } from '@emotion/css';
import { type GrafanaTheme2, PanelPlugin, type PanelProps } from '@grafana/data';
import { IconButton, useStyles2 } from '@grafana/ui';
import { geoPath } from 'd3-geo';
import type { Feature, FeatureCollection } from 'geojson';
import { type ReactElement, useEffect, useMemo, useState } from 'react';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { GeomapMark } from './GeomapMark';
import { optionDefaults } from './defaults';
import { frameMarkers, type LocationOptions, type MarkerStyle } from './geomapMarkers';
import { viewProjection, type ViewOptions } from './geomapView';

interface Layer {
  type: string;
  name?: string;
  location?: LocationOptions;
  config?: { style?: MarkerStyle };
}

interface Options {
  view: ViewOptions;
  basemap: Layer;
  layers: Layer[];
  controls: { showZoom?: boolean };
}

let countries: Feature[] | undefined;

/** Borders of the world's countries (Natural Earth), loaded when the first map is drawn. */
async function loadCountries(): Promise<Feature[]> {
  const { default: atlas } = await import('world-atlas/countries-50m.json');
  const topology = atlas as unknown as Topology;
  countries = (feature(topology, topology.objects.countries as GeometryCollection) as FeatureCollection).features;
  return countries;
}

function useCountries(): Feature[] {
  const [loaded, setLoaded] = useState(countries ?? []);
  useEffect(() => {
    if (!countries) {
      void loadCountries().then(setLoaded);
    }
  }, []);
  return loaded;
}

function GeomapPanel({ data, options, width, height, title }: PanelProps<Options>): ReactElement {
  const styles = useStyles2(getStyles);
  const land = useCountries();
  const [zoom, setZoom] = useState(0);
  const markers = useMemo(
    () =>
      options.layers
        .filter((layer) => layer.type === 'markers' || layer.type === 'heatmap')
        .flatMap((layer) =>
          data.series.flatMap((frame) => frameMarkers(frame, layer.location ?? {}, layer.config?.style ?? {}))
        )
        // The largest first, so that none hides a smaller one, and words above all.
        .sort((a, b) => Number(a.shape === 'none') - Number(b.shape === 'none') || b.radius - a.radius),
    [data.series, options.layers]
  );
  const projection = useMemo(
    () => viewProjection(options.view, markers, [width, height], zoom),
    [options.view, markers, width, height, zoom]
  );
  const outline = useMemo(() => land.map((country) => geoPath(projection)(country) ?? ''), [land, projection]);
  const hasLand = options.basemap.config?.style?.opacity !== 0;
  return (
    <div className={styles.map}>
      <svg
        width={width}
        height={height}
        role="img"
        aria-label={`${title}: map with ${markers.filter(({ shape }) => shape !== 'none').length} markers`}
      >
        {hasLand && (
          <g className={styles.land}>
            {outline.map((shape, at) => (
              <path key={at} d={shape} />
            ))}
          </g>
        )}
        {markers.map((marker, at) => {
          const [x, y] = projection([marker.lon, marker.lat]) ?? [-99, -99];
          return <GeomapMark key={at} marker={marker} x={x} y={y} />;
        })}
      </svg>
      {options.controls.showZoom !== false && (
        <div className={styles.zoom}>
          <IconButton name="plus" tooltip="Zoom in" onClick={() => setZoom(zoom + 1)} />
          <IconButton name="minus" tooltip="Zoom out" onClick={() => setZoom(zoom - 1)} />
        </div>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2): { map: string; land: string; zoom: string } => ({
  map: css({ background: theme.colors.background.canvas, height: '100%', overflow: 'hidden', position: 'relative' }),
  land: css({ fill: theme.colors.background.secondary, stroke: theme.colors.border.medium, strokeWidth: 0.6 }),
  zoom: css({
    background: theme.colors.background.elevated,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.5),
    left: theme.spacing(1),
    padding: theme.spacing(0.5),
    position: 'absolute',
    top: theme.spacing(1),
  }),
});

export const geomapPanel = (): PanelPlugin<Options, object> =>
  new PanelPlugin<Options, object>(GeomapPanel).useFieldConfig().setPanelOptions(
    optionDefaults<Options>({
      view: { id: 'fit' },
      basemap: { type: 'default' },
      layers: [{ type: 'markers' }],
      controls: { showZoom: true },
    })
  );
