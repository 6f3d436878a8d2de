import { useStyles2 } from '@grafana/ui';
import type { JSX } from 'react';
import { ClusterMark } from '../../../shared/clusters/ClusterMark';
import { toPixel, type Size, type Viewport } from '../axis/viewport';
import { placeLabels } from '../drawing/placeLabels';
import { clusterName } from '../format/labels';
import type { ExplorerCluster } from '../types';
import { getPlotStyles } from './plot.styles';

interface CentroidLabelsProps {
  clusters: readonly ExplorerCluster[];
  viewport: Viewport;
  size: Size;
}

/** Names at the clusters' centres. The legend says the same to assistive technology. */
export function CentroidLabels({ clusters, viewport, size }: CentroidLabelsProps): JSX.Element {
  const styles = useStyles2(getPlotStyles);
  const wanted = clusters.flatMap((cluster) => {
    if (!cluster.centroid) {
      return [];
    }
    const [x, y] = toPixel(viewport, size, cluster.centroid);
    const name = clusterName(cluster);
    return x < 0 || x > size.width || y < 0 || y > size.height
      ? []
      : [{ cluster, name, x, y, width: 40 + name.length * 7 }];
  });
  return (
    <div className={styles.pills} aria-hidden="true">
      {placeLabels(wanted, size).map(({ cluster, name, x, y }) => (
        <span key={cluster.key} className={styles.pill} style={{ left: x, top: y }}>
          <ClusterMark cluster={cluster.slot ?? 0} size={10} />
          {name}
        </span>
      ))}
    </div>
  );
}
