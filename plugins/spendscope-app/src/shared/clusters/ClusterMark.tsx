import { useTheme2 } from '@grafana/ui';
import type { JSX } from 'react';
import { type ClusterShape, clusterColor, clusterShape } from './palette';

const outlines: Record<ClusterShape, string> = {
  triangle: 'M6 1 11.5 11H.5Z',
  diamond: 'M6 .5 11.5 6 6 11.5.5 6Z',
  square: 'M1.5 1.5h9v9h-9Z',
  circle: 'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1Z',
  pentagon: 'M6 .8 11.3 4.7 9.3 11H2.7L.7 4.7Z',
  bar: 'M.5 4h11v4H.5Z',
};

interface ClusterMarkProps {
  cluster: number;
  /** px */
  size?: number;
}

/** Colour and shape of a cluster. Decoration: the cluster's name stands beside it. */
export function ClusterMark({ cluster, size = 12 }: ClusterMarkProps): JSX.Element {
  const theme = useTheme2();
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <path d={outlines[clusterShape(cluster)]} fill={clusterColor(cluster, theme)} />
    </svg>
  );
}
