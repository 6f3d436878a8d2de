import type { Segment, SegmentComparison } from '@spendscope/contracts';
import { formatCount } from '../../shared/format/formatCount';
import { t } from '../../shared/i18n/t';
import type { PersonaCard } from './types';

/** Less than this is called unchanged: shares of customers move a little from run to run. */
const UNCHANGED = 0.005;

const signed = (change: number, text: string): string => `${change < 0 ? '▼ −' : '▲ +'}${text}`;

/**
 * How a cluster changed since the run before, in words: its customers in percent, its churn rate in points. Clusters
 * keep their number from run to run, so the number finds the one of then. Undefined where it is new or nothing is known.
 */
export function trendText(card: PersonaCard, comparison: SegmentComparison | undefined): string | undefined {
  const then: Segment | undefined = comparison?.segments.find(({ cluster }) => String(cluster) === card.cluster);
  if (!then || !(then.size > 0)) {
    return comparison ? t('personas.trend.new', 'New since the run before') : undefined;
  }
  const grown = card.size / then.size - 1;
  const points = card.churn.rate - then.churn_rate;
  const size =
    Math.abs(grown) < UNCHANGED
      ? t('personas.trend.sameSize', 'customers unchanged')
      : t('personas.trend.size', '{{change}} customers', {
          change: signed(
            grown,
            `${(Math.abs(grown) * 100).toFixed(1)} % (${formatCount(Math.abs(card.size - then.size))})`
          ),
        });
  const churn =
    Number.isNaN(points) || Math.abs(points) < UNCHANGED
      ? ''
      : t('personas.trend.churn', 'churn {{change}} pts', {
          change: signed(points, (Math.abs(points) * 100).toFixed(1)),
        });
  return [t('personas.trend.since', 'Since the run before: {{size}}', { size }), churn].filter(Boolean).join(' · ');
}
