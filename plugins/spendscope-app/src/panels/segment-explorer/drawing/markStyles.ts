import type { GrafanaTheme2 } from '@grafana/data';
import { clusterColor, clusterShape, type ClusterShape } from '../../../shared/clusters/palette';
import type { ExplorerCluster } from '../types';

export interface ClusterMarkStyle {
  color: string;
  shape: ClusterShape;
}

/** Colour and shape by the cluster's slot; grey circles for customers without a cluster. */
export function markStyles(clusters: readonly ExplorerCluster[], theme: GrafanaTheme2): ClusterMarkStyle[] {
  return clusters.map(({ slot }) =>
    slot === undefined
      ? { color: theme.colors.text.disabled, shape: 'circle' }
      : { color: clusterColor(slot, theme), shape: clusterShape(slot) }
  );
}
