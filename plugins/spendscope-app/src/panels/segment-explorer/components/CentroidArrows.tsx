import { useTheme2 } from '@grafana/ui';
import { type Segment, toValue } from '@spendscope/contracts';
import { useId, type JSX } from 'react';
import { toPixel, type Size, type Viewport } from '../axis/viewport';
import { markStyles } from '../drawing/markStyles';
import { centroidOn } from '../prepare/readClusters';
import type { ExplorerView } from '../types';

interface CentroidArrowsProps {
  view: ExplorerView;
  /** Of the earlier run. */
  segments: readonly Segment[];
  viewport: Viewport;
  size: Size;
}

const centersOf = ({ centroid, means }: Segment): Record<string, number> => ({
  ...means,
  recency: toValue('log1p', centroid.log_recency),
  frequency: toValue('log1p', centroid.log_frequency),
  monetary: toValue('log1p', centroid.log_monetary),
});

/** From where each cluster's centre was in the earlier run to where it is. The migration table says the same in words. */
export function CentroidArrows({ view, segments, viewport, size }: CentroidArrowsProps): JSX.Element {
  const theme = useTheme2();
  const id = useId();
  const marks = markStyles(view.clusters, theme);
  return (
    <svg
      width={size.width}
      height={size.height}
      style={{ position: 'absolute', inset: 0, pointerEvents: 'none', overflow: 'hidden' }}
      aria-hidden="true"
    >
      <defs>
        <marker id={id} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M0 0 8 4 0 8Z" fill={theme.colors.text.primary} />
        </marker>
      </defs>
      {view.clusters.map((cluster, i) => {
        const then = segments.find((segment) => String(segment.cluster) === cluster.key);
        const from = then && centroidOn(centersOf(then), view);
        if (!from || !cluster.centroid) {
          return null;
        }
        const [x1, y1] = toPixel(viewport, size, from);
        const [x2, y2] = toPixel(viewport, size, cluster.centroid);
        return (
          <g key={cluster.key}>
            <circle cx={x1} cy={y1} r={5} fill={marks[i]!.color} stroke={theme.colors.text.primary} />
            <line
              {...{ x1, y1, x2, y2 }}
              stroke={theme.colors.text.primary}
              strokeWidth={2}
              markerEnd={`url(#${id})`}
            />
          </g>
        );
      })}
    </svg>
  );
}
