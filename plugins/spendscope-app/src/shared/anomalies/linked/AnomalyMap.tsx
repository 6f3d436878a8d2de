import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, IconButton, useStyles2, useTheme2 } from '@grafana/ui';
import { geoMercator, geoPath } from 'd3-geo';
import { type JSX, type KeyboardEvent, useId, useMemo, useRef } from 'react';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import land from 'world-atlas/land-110m.json';
import { useElementSize } from '../../../panels/segment-explorer/components/useElementSize';
import { formatCount } from '../../format/formatCount';
import { t } from '../../i18n/t';
import type { AnomalyRow } from '../anomalyRow';
import { ClusterMarker } from './ClusterMarker';
import type { Bounds } from './bounds';
import { boundsOfView, centreOf, fitted, scaleOf, toScreen, worldView } from './mapView';
import { type PlaceCluster, isOnePlace, isPlaced, placeClusters } from './placeClusters';
import { travelPairs } from './travelPairs';
import { useMapView } from './useMapView';

interface AnomalyMapProps {
  rows: readonly AnomalyRow[];
  marked: ReadonlySet<string>;
  /** Marks rows and brings the first into view. */
  onMark: (ids: readonly string[]) => void;
  /** What the table is narrowed to. */
  area?: Bounds;
  /** Narrows the table to what is in view. */
  onSearch: (area: Bounds) => void;
}

const topology = land as unknown as Topology;
/** Coast lines of the world (Natural Earth): bundled, so that no tile server is asked. */
const coasts = feature(topology, topology.objects.land!);

export const clusterWords = ({ rows, bands }: PlaceCluster): string =>
  t('anomalyMap.cluster', '{{count, number}} anomalies, {{severe, number}} of them severe', {
    count: rows.length,
    severe: bands.severe,
    defaultValue_one: 'One anomaly, {{severe, number}} of them severe',
  });

/**
 * Where the rows come from. One tab stop: arrows, `+`, `-` and `0` move the view, Enter goes to the markers, arrows from
 * one to the next, Escape back.
 */
export function AnomalyMap({ rows, marked, onMark, area, onSearch }: AnomalyMapProps): JSX.Element {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const keysId = useId();
  const box = useRef<HTMLDivElement>(null);
  const size = useElementSize(box);
  const { view, setView, zoomBy, handlers } = useMapView(box, size);
  const clusters = useMemo(() => placeClusters(rows, (place) => toScreen(place, view, size)), [rows, view, size]);
  const pairs = useMemo(() => travelPairs(rows), [rows]);
  const draw = useMemo(
    () =>
      geoPath(
        geoMercator()
          .scale(scaleOf(view, size))
          .center(centreOf(view))
          .translate([size.width / 2, size.height / 2])
      ),
    [view, size]
  );
  const outline = useMemo(() => draw(coasts) ?? '', [draw]);
  const placed = rows.filter(isPlaced).length;
  const inView = clusters.filter(({ at: [x, y] }) => x > -30 && y > -30 && x < size.width + 30 && y < size.height + 30);
  const corners = area && [
    toScreen({ lat: area.north, lon: area.west }, view, size),
    toScreen({ lat: area.south, lon: area.east }, view, size),
  ];

  const open = (cluster: PlaceCluster): void => {
    onMark(cluster.rows.map(({ id }) => id));
    if (!isOnePlace(cluster)) {
      setView(
        fitted(
          cluster.rows.map(({ place }) => place),
          size
        )
      );
    }
  };
  const markers = (): HTMLElement[] => [...(box.current?.querySelectorAll<HTMLElement>('[data-marker]') ?? [])];
  const onMarkerKey = (event: KeyboardEvent<SVGGElement>, cluster: PlaceCluster): void => {
    const all = markers();
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step) {
      const at = all.indexOf(event.currentTarget as unknown as HTMLElement);
      all[(at + step + all.length) % all.length]?.focus();
    } else if (event.key === 'Enter' || event.key === ' ') {
      open(cluster);
    } else if (event.key === 'Escape') {
      box.current?.focus();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={styles.root}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys and pointer move what it shows. */}
      <div
        ref={box}
        className={styles.map}
        role="group"
        aria-label={t('anomalyMap.label', 'Map of {{count, number}} anomalies', { count: placed })}
        aria-describedby={keysId}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the map’s one tab stop.
        tabIndex={0}
        {...handlers}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.target === event.currentTarget) {
            event.preventDefault();
            markers()[0]?.focus();
          } else {
            handlers.onKeyDown(event);
          }
        }}
      >
        <p id={keysId} className="sr-only">
          {t(
            'anomalyMap.keys',
            'Arrows move the map, plus and minus zoom, 0 shows the world. Enter goes to the markers, arrows from one to the next, Enter marks its rows, Escape leads back.'
          )}
        </p>
        <svg width={size.width} height={size.height} style={{ display: 'block' }}>
          <path d={outline} className={styles.land} />
          {corners && (
            <rect
              x={corners[0]![0]}
              y={corners[0]![1]}
              width={corners[1]![0] - corners[0]![0]}
              height={corners[1]![1] - corners[0]![1]}
              fill="none"
              stroke={theme.colors.primary.border}
              strokeDasharray="6 4"
            />
          )}
          {pairs.map(({ ids, from, to, customer, kilometres, minutes }) => (
            <path
              key={ids.join()}
              className={styles.travel}
              data-marked={ids.some((id) => marked.has(id))}
              d={
                draw({
                  type: 'LineString',
                  coordinates: [
                    [from.lon, from.lat],
                    [to.lon, to.lat],
                  ],
                }) ?? ''
              }
            >
              <title>
                {t('anomalyMap.travel', '{{customer}}: {{kilometres, number}} km in {{minutes, number}} minutes', {
                  customer,
                  kilometres: Math.round(kilometres),
                  minutes: Math.round(minutes),
                })}
              </title>
            </path>
          ))}
          {inView.map((cluster) => (
            <ClusterMarker
              key={cluster.key}
              cluster={cluster}
              label={clusterWords(cluster)}
              marked={cluster.rows.some(({ id }) => marked.has(id))}
              onClick={() => open(cluster)}
              onKeyDown={(event) => onMarkerKey(event, cluster)}
            />
          ))}
        </svg>
        <div className={styles.zoom}>
          <IconButton name="plus" tooltip={t('anomalyMap.in', 'Zoom in')} onClick={() => zoomBy(2)} />
          <IconButton name="minus" tooltip={t('anomalyMap.out', 'Zoom out')} onClick={() => zoomBy(0.5)} />
          <IconButton
            name="globe"
            tooltip={t('anomalyMap.world', 'Show the world')}
            onClick={() => setView(worldView)}
          />
        </div>
      </div>
      <div className={styles.foot}>
        <span>
          <i style={{ background: theme.colors.error.main }} /> {t('anomalyMap.severe', 'severe')}
        </span>
        <span>
          <i style={{ background: theme.colors.warning.main }} /> {t('anomalyMap.suspicious', 'suspicious')}
        </span>
        {pairs.length > 0 && <span>{t('anomalyMap.travels', '- - faster than an airliner')}</span>}
        {placed < rows.length && (
          <span>
            {t('anomalyMap.unplaced', '{{number}} without a place', { number: formatCount(rows.length - placed) })}
          </span>
        )}
        <Button
          size="sm"
          fill="text"
          icon="search-plus"
          className={styles.search}
          onClick={() => onSearch(boundsOfView(view, size))}
        >
          {t('anomalyMap.search', 'Search this area')}
        </Button>
      </div>
    </div>
  );
}

type StyleName = 'root' | 'map' | 'land' | 'travel' | 'zoom' | 'foot' | 'search';

const getStyles = (theme: GrafanaTheme2): Record<StyleName, string> => ({
  root: css({ display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 }),
  map: css({
    position: 'relative',
    flex: 1,
    minHeight: 0,
    overflow: 'hidden',
    cursor: 'grab',
    // A finger that moves the map must not scroll the page.
    touchAction: 'none',
    background: theme.colors.background.canvas,
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
    '& [data-marker]': { cursor: 'pointer', outline: 'none' },
    '& [data-marker]:focus-visible > circle:first-of-type': {
      stroke: theme.colors.primary.main,
      strokeWidth: 3,
    },
  }),
  land: css({ fill: theme.colors.border.weak, stroke: theme.colors.border.medium, strokeWidth: 0.6 }),
  travel: css({
    fill: 'none',
    stroke: theme.colors.error.border,
    strokeDasharray: '5 4',
    opacity: 0.45,
    '&[data-marked="true"]': { opacity: 1, strokeWidth: 2 },
  }),
  zoom: css({
    position: 'absolute',
    top: theme.spacing(1),
    left: theme.spacing(1),
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.5),
    padding: theme.spacing(0.5),
    background: theme.colors.background.elevated,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
  }),
  foot: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.25, 1.5),
    paddingTop: theme.spacing(0.5),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    '& i': { display: 'inline-block', width: 8, height: 8, borderRadius: theme.shape.radius.circle },
  }),
  search: css({ marginLeft: 'auto' }),
});
