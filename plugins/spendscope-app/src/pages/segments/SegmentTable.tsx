import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, TextLink, useStyles2 } from '@grafana/ui';
import type { SegmentComparison } from '@spendscope/contracts';
import type { JSX } from 'react';
import { baselineLabel, baselineValue, ratioText, shareText, spendShareLabel } from '../../panels/persona-cards/labels';
import { trendText } from '../../panels/persona-cards/trend';
import type { Baseline, PersonaCard, PersonasView } from '../../panels/persona-cards/types';
import { ClusterMark } from '../../shared/clusters/ClusterMark';
import { formatCount } from '../../shared/format/formatCount';
import { t } from '../../shared/i18n/t';
import { type PlainColumn, PlainTable } from '../PlainTable';
import { explorerOf } from '../pagePaths';

interface SegmentTableProps {
  view: PersonasView;
  comparison?: SegmentComparison;
  /** Cluster whose customers are listed. */
  chosen?: string;
  onChoose: (cluster: string) => void;
}

/** One row per segment: how many, what they are worth, whether they stay, and how that changed. */
export function SegmentTable({ view, comparison, chosen, onChoose }: SegmentTableProps): JSX.Element {
  const styles = useStyles2(getStyles);
  const { money } = view;
  const mean = (key: Baseline['key'], position: number): PlainColumn<PersonaCard> => ({
    key,
    label: baselineLabel(key, money),
    alignRight: true,
    cell: ({ baselines }) => (
      <>
        {baselineValue(key, baselines[position]!.value, money)}
        <small className={styles.under}>{ratioText(baselines[position]!.ratio)}</small>
      </>
    ),
  });
  return (
    <PlainTable<PersonaCard>
      label={t('segments.table', 'Segments')}
      rows={view.cards}
      keyOf={({ cluster }) => cluster}
      isChosen={({ cluster }) => cluster === chosen}
      columns={[
        { key: 'rank', label: t('segments.rank', 'Rank'), cell: ({ rank }) => rank, alignRight: true },
        {
          key: 'name',
          label: t('segments.segment', 'Segment'),
          cell: ({ cluster, title }) => (
            <span className={styles.name}>
              <ClusterMark cluster={Number(cluster) || 0} size={14} />
              <Button
                size="sm"
                fill="text"
                aria-pressed={cluster === chosen}
                aria-label={t('segments.whoIsIn', 'Who is in {{name}}?', { name: title })}
                onClick={() => onChoose(cluster)}
              >
                {title}
              </Button>
            </span>
          ),
        },
        {
          key: 'size',
          label: t('personas.customers', 'Customers'),
          alignRight: true,
          cell: ({ size, share }) => (
            <>
              {formatCount(size)}
              <small className={styles.under}>{shareText(share)}</small>
            </>
          ),
        },
        {
          key: 'spend',
          label: spendShareLabel(money),
          alignRight: true,
          cell: ({ spendShare }) => shareText(spendShare),
        },
        mean('recency', 0),
        mean('frequency', 1),
        mean('monetary', 2),
        {
          key: 'churn',
          label: t('personas.churnRate', 'Churn rate'),
          alignRight: true,
          cell: ({ churn }) => (
            <>
              {shareText(churn.rate)}
              <small className={styles.under}>
                {Number.isNaN(churn.low) ? '' : `${shareText(churn.low)} – ${shareText(churn.high)}`}
              </small>
            </>
          ),
        },
        ...(comparison
          ? [
              {
                key: 'trend',
                label: t('segments.trend', 'Change'),
                wraps: true,
                cell: (card: PersonaCard) => <small>{trendText(card, comparison)}</small>,
              },
            ]
          : []),
        {
          key: 'explorer',
          label: <span className="sr-only">{t('feedback.column.acts', 'Actions')}</span>,
          cell: ({ name, title }) => (
            <TextLink
              inline={false}
              href={explorerOf({ cluster: name })}
              aria-label={t('personas.openName', 'Open {{name}} in explorer', { name: title })}
            >
              {t('segments.explorer', 'Explorer')}
            </TextLink>
          ),
        },
      ]}
    />
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'name' | 'under', string> => ({
  name: css({ display: 'inline-flex', alignItems: 'center' }),
  under: css({ display: 'block', color: theme.colors.text.secondary }),
});
