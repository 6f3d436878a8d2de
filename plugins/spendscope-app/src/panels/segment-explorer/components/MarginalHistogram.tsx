import { useStyles2, useTheme2 } from '@grafana/ui';
import { useMemo, type JSX } from 'react';
import type { Viewport } from '../axis/viewport';
import { marginalBins } from '../drawing/marginals';
import type { ExplorerItems } from '../types';
import { getPlotStyles } from './plot.styles';

interface MarginalHistogramProps {
  items: ExplorerItems;
  axis: 'x' | 'y';
  viewport: Viewport;
  /** Along the axis, px. */
  length: number;
  /** Across, px. */
  depth: number;
  /** Of the selection, in the column's scale. */
  range?: readonly [number, number];
}

/** Counts along one axis: neutral, and blue inside the selection's range. */
export function MarginalHistogram({
  items,
  axis,
  viewport,
  length,
  depth,
  range,
}: MarginalHistogramProps): JSX.Element {
  const styles = useStyles2(getPlotStyles);
  const theme = useTheme2();
  const [from, to] = axis === 'x' ? [viewport.xMin, viewport.xMax] : [viewport.yMin, viewport.yMax];
  const bins = useMemo(
    () => marginalBins(items, axis, [from, to], Math.max(1, Math.floor(length / 8))),
    [items, axis, from, to, length]
  );
  const most = bins.reduce((max, { count }) => Math.max(max, count), 1);
  const scale = length / (to - from);
  const horizontal = axis === 'x';
  return (
    <svg
      className={styles.marginal}
      width={horizontal ? length : depth}
      height={horizontal ? depth : length}
      style={horizontal ? { left: 0, top: -depth - 6 } : { top: 0, right: -depth - 6 }}
      aria-hidden="true"
    >
      {bins.map((bin) => {
        const start = (bin.from - from) * scale;
        const side = Math.max(1, (bin.to - bin.from) * scale - 1);
        const extent = bin.count === 0 ? 0 : Math.max(1, (bin.count / most) * depth);
        const middle = (bin.from + bin.to) / 2;
        const inRange = range !== undefined && middle >= range[0] && middle <= range[1];
        const fill = inRange ? theme.colors.primary.main : theme.colors.border.strong;
        return horizontal ? (
          <rect key={bin.from} x={start} y={depth - extent} width={side} height={extent} fill={fill} />
        ) : (
          <rect key={bin.from} x={0} y={length - start - side} width={extent} height={side} fill={fill} />
        );
      })}
    </svg>
  );
}
