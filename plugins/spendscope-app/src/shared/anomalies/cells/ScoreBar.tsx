import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import { anomalyThreshold } from '@spendscope/contracts';
import type { JSX } from 'react';
import { t } from '../../i18n/t';
import { scoreBand } from '../scoreBand';

/** Bar with a tick at the threshold, the number, and an icon where the score is severe. */
export function ScoreBar({ score }: { score: number }): JSX.Element {
  const styles = useStyles2(getStyles);
  const band = scoreBand(score);
  return (
    <span className={styles.root}>
      <span className={styles.track} aria-hidden="true">
        <span className={cx(styles.fill, styles[band])} style={{ width: `${Math.round(score * 100)}%` }} />
        <span className={styles.tick} />
      </span>
      <span className={styles.number}>{score.toFixed(2)}</span>
      {band === 'severe' && (
        <Icon
          name="exclamation-triangle"
          size="sm"
          className={styles.icon}
          title={t('anomalies.severe', 'One in a thousand or rarer')}
        />
      )}
    </span>
  );
}

type StyleName = 'root' | 'track' | 'fill' | 'severe' | 'suspicious' | 'low' | 'tick' | 'number' | 'icon';

const getStyles = (theme: GrafanaTheme2): Record<StyleName, string> => ({
  root: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(1) }),
  track: css({
    position: 'relative',
    width: 42,
    height: 8,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.border.weak,
    flexShrink: 0,
  }),
  fill: css({ position: 'absolute', inset: 0, right: 'auto', borderRadius: theme.shape.radius.default }),
  severe: css({ background: theme.colors.error.main }),
  suspicious: css({ background: theme.colors.warning.main }),
  low: css({ background: theme.colors.secondary.contrastText, opacity: 0.5 }),
  tick: css({
    position: 'absolute',
    left: `${anomalyThreshold * 100}%`,
    top: -2,
    bottom: -2,
    width: 1,
    background: theme.colors.text.primary,
  }),
  number: css({ fontVariantNumeric: 'tabular-nums' }),
  icon: css({ color: theme.colors.error.text }),
});
