import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type JSX, useId } from 'react';
import { formatCount } from '../../shared/format/formatCount';
import { t } from '../../shared/i18n/t';

interface BudgetMeterProps {
  label: string;
  used: number;
  of: number;
}

/** From this share on it is worth a glance. */
const nearlySpent = 0.8;

/** How much of a budget is spent: figures, and a bar that repeats them. */
export function BudgetMeter({ label, used, of }: BudgetMeterProps): JSX.Element {
  const styles = useStyles2(getStyles);
  const id = useId();
  const share = of > 0 ? Math.min(1, used / of) : 1;
  const words =
    share >= 1
      ? t('personasPage.spent', '{{used}} of {{of}}, spent', { used: formatCount(used), of: formatCount(of) })
      : t('personasPage.used', '{{used}} of {{of}}', { used: formatCount(used), of: formatCount(of) });
  return (
    <div>
      <div className={styles.head}>
        <span id={id}>{label}</span>
        <span>{words}</span>
      </div>
      <div
        role="meter"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={of}
        aria-valuenow={Math.min(used, of)}
        aria-valuetext={words}
        className={styles.track}
      >
        <div
          className={cx(styles.fill, share >= 1 ? styles.spent : share >= nearlySpent && styles.nearly)}
          style={{ width: `${share * 100}%` }}
        />
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'head' | 'track' | 'fill' | 'nearly' | 'spent', string> => ({
  head: css({
    display: 'flex',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    fontVariantNumeric: 'tabular-nums',
    '& > :first-of-type': { color: theme.colors.text.secondary },
  }),
  track: css({ marginTop: 4, height: 8, borderRadius: 2, background: theme.colors.border.weak, overflow: 'hidden' }),
  fill: css({ height: '100%', background: theme.colors.primary.main }),
  nearly: css({ background: theme.colors.warning.main }),
  spent: css({ background: theme.colors.error.main }),
});
