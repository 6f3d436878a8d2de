import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type ModelComparison, comparisonMetrics } from '@spendscope/contracts';
import type { JSX } from 'react';
import { t } from '../../shared/i18n/t';
import { Facts } from '../Facts';
import { getPageStyles } from '../page.styles';
import { formatFigure } from './modelFigures';
import { comparisonWords } from './modelWords';

interface ComparisonFactsProps {
  version: string;
  comparison?: ModelComparison;
}

/** What the version would have said of the newest day beside the live one, or that nobody has tried. */
export function ComparisonFacts({ version, comparison }: ComparisonFactsProps): JSX.Element {
  const styles = useStyles2(getPageStyles);
  const own = useStyles2(getStyles);
  if (!comparison) {
    return (
      <p className={styles.quiet}>
        {t(
          'models.comparison.none',
          'This version has not been tried on the newest day beside the live one. Whoever works on the machine can do it:'
        )}{' '}
        <code className={styles.hash}>{`spendscope models diff ${version}`}</code>
      </p>
    );
  }
  const known = comparisonMetrics.filter((metric) => comparison.metrics[metric] !== undefined);
  return (
    <div className={own.run}>
      <p className={styles.quiet}>
        {t('models.comparison.on', 'Dry run on {{day}}, beside {{live}}; nothing of it was stored as a score.', {
          day: comparison.day,
          live: comparison.live,
        })}
      </p>
      <Facts facts={known.map((metric) => [comparisonWords(metric), formatFigure(comparison.metrics[metric])])} />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'run', string> => ({
  run: css({ margin: theme.spacing(1.5, 0), '& > p': { marginBottom: theme.spacing(0.5) } }),
});
