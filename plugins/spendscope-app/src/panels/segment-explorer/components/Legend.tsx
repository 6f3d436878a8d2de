import { useStyles2 } from '@grafana/ui';
import { forwardRef } from 'react';
import { ClusterMark } from '../../../shared/clusters/ClusterMark';
import { formatShare } from '../../../shared/format/formatCount';
import { t } from '../../../shared/i18n/t';
import { clusterName } from '../format/labels';
import type { SelectionSummary } from '../selection/summarizeSelection';
import type { ExplorerView } from '../types';
import { LegendEntry } from './LegendEntry';
import { getLegendStyles } from './legend.styles';

interface LegendProps {
  view: ExplorerView;
  isolated: ReadonlySet<string>;
  summary?: SelectionSummary;
  /** One line of chips, where there is no room beside the plot. */
  compact: boolean;
  onToggle: (key: string, several: boolean) => void;
  onHighlight: (cluster: number | undefined) => void;
}

/** Clusters by priority; during a selection also what it is made of. */
export const Legend = forwardRef<HTMLDivElement, LegendProps>(function Legend(props, ref) {
  const { view, isolated, summary, compact } = props;
  const styles = useStyles2(getLegendStyles);
  const ranked = view.clusters.some(({ rank }) => rank !== undefined);
  return (
    <div
      ref={ref}
      className={compact ? styles.row : styles.column}
      role="group"
      aria-label={t('explorer.legend.label', 'Clusters')}
    >
      {!compact && (
        <div className={styles.head}>
          {t('explorer.legend.label', 'Clusters')}
          {ranked && <span>{t('explorer.legend.order', 'by priority')}</span>}
        </div>
      )}
      <ul>
        {view.clusters.map((cluster, index) =>
          cluster.count === 0 && !isolated.has(cluster.key) ? null : (
            <li key={cluster.key}>
              <LegendEntry
                cluster={cluster}
                share={view.customers > 0 ? cluster.count / view.customers : 0}
                isolated={isolated.has(cluster.key)}
                dimmed={isolated.size > 0 && !isolated.has(cluster.key)}
                compact={compact}
                onToggle={(several) => props.onToggle(cluster.key, several)}
                onHover={(over) => props.onHighlight(over ? index : undefined)}
              />
            </li>
          )
        )}
      </ul>
      {!compact && view.clustersMissing && (
        <p className={styles.hint}>
          {t('explorer.legend.missing', 'No customer has a cluster yet: run the analysis job to form segments.')}
        </p>
      )}
      {!compact && summary && summary.makeUp.length > 0 && (
        <>
          <div className={styles.head} style={{ marginTop: 12 }}>
            {t('explorer.legend.selection', 'In the selection')}
          </div>
          <ul>
            {summary.makeUp.map(({ cluster, share }) => (
              <li key={cluster} className={styles.part}>
                <ClusterMark cluster={view.clusters[cluster]!.slot ?? 0} />
                <span className={styles.name}>{clusterName(view.clusters[cluster]!)}</span>
                <span>{formatShare(share)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {!compact && (
        <p className={styles.hint}>
          {t('explorer.legend.hint', 'Click to isolate, Ctrl for several, click again to reset')}
        </p>
      )}
    </div>
  );
});
