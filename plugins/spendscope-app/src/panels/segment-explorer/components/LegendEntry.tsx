import { cx } from '@emotion/css';
import { useStyles2, useTheme2 } from '@grafana/ui';
import type { JSX } from 'react';
import { ClusterMark } from '../../../shared/clusters/ClusterMark';
import { formatCount, formatShare } from '../../../shared/format/formatCount';
import { markStyles } from '../drawing/markStyles';
import { clusterName } from '../format/labels';
import type { ExplorerCluster } from '../types';
import { getLegendStyles } from './legend.styles';

interface LegendEntryProps {
  cluster: ExplorerCluster;
  share: number;
  isolated: boolean;
  dimmed: boolean;
  compact: boolean;
  onToggle: (several: boolean) => void;
  onHover: (over: boolean) => void;
}

export function LegendEntry(props: LegendEntryProps): JSX.Element {
  const { cluster, share, compact, onHover } = props;
  const styles = useStyles2(getLegendStyles);
  const theme = useTheme2();
  const { color } = markStyles([cluster], theme)[0]!;
  return (
    <button
      type="button"
      className={cx(styles.entry, compact && styles.chip)}
      aria-pressed={props.isolated}
      data-dimmed={props.dimmed}
      onClick={(event) => props.onToggle(event.ctrlKey || event.metaKey)}
      onMouseEnter={() => onHover(true)}
      onMouseLeave={() => onHover(false)}
      onFocus={() => onHover(true)}
      onBlur={() => onHover(false)}
    >
      {cluster.slot === undefined ? <span className={styles.none} /> : <ClusterMark cluster={cluster.slot} />}
      <span className={styles.name} title={clusterName(cluster)}>
        {clusterName(cluster)}
      </span>
      <span className={styles.share}>{formatShare(share)}</span>
      {!compact && (
        <>
          <span className={styles.count}>{formatCount(cluster.count)}</span>
          <span className={styles.track} aria-hidden="true">
            <span style={{ width: `${share * 100}%`, background: color }} />
          </span>
        </>
      )}
    </button>
  );
}
