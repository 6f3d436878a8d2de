import { type GrafanaTheme2 } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import type { JSX, KeyboardEvent } from 'react';
import { formatCount } from '../../format/formatCount';
import type { ScoreBand } from '../scoreBand';
import { type PlaceCluster, radiusOf } from './placeClusters';

interface ClusterMarkerProps {
  cluster: PlaceCluster;
  /** In words: how many, how severe. */
  label: string;
  /** Whether a row of it is marked in the table. */
  marked: boolean;
  onClick: () => void;
  onKeyDown: (event: KeyboardEvent<SVGGElement>) => void;
}

const bandOrder: readonly ScoreBand[] = ['severe', 'suspicious', 'low'];
const bandColor = (band: ScoreBand, theme: GrafanaTheme2): string =>
  ({ severe: theme.colors.error.main, suspicious: theme.colors.warning.main, low: theme.colors.text.secondary })[band];

/** A ring whose parts are the bands of score, the count in it; dashes around it where a row of it is marked. */
export function ClusterMarker({ cluster, label, marked, onClick, onKeyDown }: ClusterMarkerProps): JSX.Element {
  const theme = useTheme2();
  const { at, rows, bands } = cluster;
  const radius = radiusOf(rows.length);
  const around = 2 * Math.PI * radius;
  const share = (band: ScoreBand): number => (bands[band] / rows.length) * around;
  return (
    <g
      role="button"
      tabIndex={-1}
      data-marker
      aria-label={label}
      aria-pressed={marked}
      transform={`translate(${at[0]} ${at[1]})`}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      <title>{label}</title>
      <circle r={radius + 3} fill={theme.colors.background.primary} />
      {bandOrder.map((band, i) => (
        <circle
          key={band}
          r={radius}
          fill="none"
          stroke={bandColor(band, theme)}
          strokeWidth={4}
          strokeDasharray={`${share(band)} ${around}`}
          strokeDashoffset={-bandOrder.slice(0, i).reduce((sum, before) => sum + share(before), 0)}
          transform="rotate(-90)"
        />
      ))}
      {marked && (
        <circle r={radius + 6} fill="none" stroke={theme.colors.text.primary} strokeWidth={1.5} strokeDasharray="3 3" />
      )}
      {rows.length > 1 && (
        <text
          textAnchor="middle"
          dominantBaseline="central"
          fontSize={12}
          fill={theme.colors.text.primary}
          style={{ fontVariantNumeric: 'tabular-nums' }}
        >
          {formatCount(rows.length)}
        </text>
      )}
    </g>
  );
}
