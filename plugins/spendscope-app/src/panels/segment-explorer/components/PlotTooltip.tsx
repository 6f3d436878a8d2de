import { useStyles2 } from '@grafana/ui';
import type { Point } from '@spendscope/contracts';
import type { JSX } from 'react';
import { ClusterMark } from '../../../shared/clusters/ClusterMark';
import type { Size } from '../axis/viewport';
import type { ItemDescription } from '../format/describeItem';
import type { ExplorerCluster } from '../types';
import { getPlotStyles } from './plot.styles';

interface PlotTooltipProps {
  description: ItemDescription;
  cluster: ExplorerCluster;
  /** px */
  at: Point;
  size: Size;
}

export function PlotTooltip({ description, cluster, at, size }: PlotTooltipProps): JSX.Element {
  const styles = useStyles2(getPlotStyles);
  const horizontal = at[0] > size.width / 2 ? { right: size.width - at[0] + 14 } : { left: at[0] + 14 };
  const vertical = at[1] > size.height / 2 ? { bottom: size.height - at[1] + 14 } : { top: at[1] + 14 };
  return (
    <div className={styles.tooltip} style={{ ...horizontal, ...vertical }} aria-hidden="true">
      <strong>
        {cluster.slot !== undefined && <ClusterMark cluster={cluster.slot} />}
        {description.title}
      </strong>
      {description.details.map((detail) => (
        <div key={detail}>
          <span>{detail}</span>
        </div>
      ))}
    </div>
  );
}
