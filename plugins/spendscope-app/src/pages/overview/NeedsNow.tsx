import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { anomalyThreshold } from '@spendscope/contracts';
import type { JSX } from 'react';
import { rowReasons } from '../../shared/anomalies/reasonWords';
import { rowOfHit } from '../../shared/anomalies/rowOfHit';
import { spanDay } from '../../shared/data/spanDay';
import { formatCount } from '../../shared/format/formatCount';
import { formatDurationWords } from '../../shared/format/formatDurationWords';
import { useNow } from '../../shared/format/useNow';
import { t } from '../../shared/i18n/t';
import { pagePaths, segmentsDashboard } from '../pagePaths';
import { NeedCard, type NeedCardProps } from './NeedCard';
import type { OverviewData } from './useOverview';

function nothingToScore(): NeedCardProps {
  return {
    icon: 'info-circle',
    tone: 'success',
    kicker: t('overview.need.noTransactions', 'No transactions'),
    headline: t('overview.need.nothingToScore', 'Nothing to score'),
    detail: t(
      'overview.need.customersOnly',
      'The loaded data has customers only. Segments, personas and churn rest on them; spend and anomalies need transactions.'
    ),
    action: { label: t('overview.need.segments', 'Open segments'), href: segmentsDashboard },
  };
}

function anomaliesCard({ anomalies, span }: OverviewData): NeedCardProps {
  if (span.kind === 'no-transactions') {
    return nothingToScore();
  }
  const { value, relation } = anomalies.total;
  const highest = anomalies.items[0];
  const count = `${relation === 'gte' ? '≥ ' : ''}${formatCount(value)}`;
  return {
    icon: 'bell',
    tone: highest ? 'error' : 'success',
    kicker:
      span.kind === 'past'
        ? t('overview.need.anomaliesPast', '{{total}} anomalies in the data, which ends {{end}}', {
            total: count,
            end: spanDay(span.to, span),
          })
        : t('overview.need.anomalies', '{{total}} anomalies in 24 hours', { total: count }),
    headline: highest
      ? t('overview.need.highest', 'Highest score {{score}}, {{customer}}', {
          score: highest.anomaly.anomalyScore.toFixed(2),
          customer: highest.anomaly.user_id,
        })
      : t('overview.need.noAnomaly', 'Nothing at {{threshold}} or above', { threshold: anomalyThreshold.toFixed(2) }),
    detail: highest
      ? rowReasons(rowOfHit(highest)).join(' · ')
      : t('overview.need.noAnomalyHint', 'Lower scores are in the table.'),
    action: { label: t('overview.need.triage', 'Open triage'), href: pagePaths.anomalies },
  };
}

function inForceCard({ active }: OverviewData, now: number): NeedCardProps {
  const ends = active.items.flatMap(({ expires_at: end }) => (end ? [Date.parse(end)] : [])).sort((a, b) => a - b)[0];
  return {
    icon: 'lock',
    tone: active.total > 0 ? 'warning' : 'success',
    kicker: t('overview.need.inForce', 'Actions in force'),
    headline: formatCount(active.total),
    detail: ends
      ? t('overview.need.nextEnd', 'The next one ends in {{time}}', { time: formatDurationWords((ends - now) / 1000) })
      : active.total > 0
        ? t('overview.need.noEnd', 'None ends by itself')
        : t('overview.need.nothingInForce', 'No account is locked, no transaction blocked'),
    action: {
      label: t('overview.need.allInForce', 'See what is in force'),
      href: `${pagePaths.interventions}?tab=active`,
    },
  };
}

function staleCard({ runs }: OverviewData): NeedCardProps | undefined {
  const failed = runs.items.find(({ status }) => status === 'failed');
  if (!failed) {
    return undefined;
  }
  return {
    icon: 'history',
    tone: 'warning',
    kicker: t('overview.need.failedRun', 'A run failed'),
    headline: t('overview.need.failedRunName', '{{kind}}, {{run}}', { kind: failed.kind, run: failed.run_id }),
    detail: failed.error ?? t('overview.need.failedRunHint', 'Its log says why.'),
  };
}

function waitingCard({ waiting }: OverviewData): NeedCardProps | undefined {
  return waiting.total === 0
    ? undefined
    : {
        icon: 'hourglass',
        tone: 'warning',
        kicker: t('overview.need.waiting', 'Waiting for a second person'),
        headline: t('overview.need.waitingCount', '{{count}} requests', {
          count: waiting.total,
          defaultValue_one: '{{count}} request',
        }),
        detail: t('overview.need.waitingHint', 'Nothing happens until somebody approves.'),
        action: { label: t('overview.need.inbox', 'Open the inbox'), href: pagePaths.interventions },
      };
}

/** What waits for a person, most urgent first. */
export function NeedsNow({ data }: { data: OverviewData }): JSX.Element {
  const styles = useStyles2(getStyles);
  const now = useNow();
  const cards = [anomaliesCard(data), waitingCard(data), inForceCard(data, now), staleCard(data)];
  return (
    <div className={styles.cards}>
      {cards.flatMap((card) => (card ? [<NeedCard key={card.kicker} {...card} />] : []))}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'cards', string> => ({
  cards: css({ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))', gap: theme.spacing(2) }),
});
