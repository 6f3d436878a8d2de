import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, type IconName, LinkButton, useStyles2 } from '@grafana/ui';
import type { JSX } from 'react';

export interface NeedCardProps {
  icon: IconName;
  /** How urgent: red, amber, or at ease. */
  tone: 'error' | 'warning' | 'success';
  kicker: string;
  headline: string;
  detail: string;
  action?: { label: string; href: string };
}

/** One thing that waits for a person, and where to see to it. */
export function NeedCard({ icon, tone, kicker, headline, detail, action }: NeedCardProps): JSX.Element {
  const styles = useStyles2(getStyles);
  return (
    <article className={cx(styles.card, styles[tone])}>
      <div className={styles.kicker}>
        <Icon name={icon} className={styles[`${tone}Icon`]} /> {kicker}
      </div>
      <h3 className={styles.headline}>{headline}</h3>
      <p className={styles.detail}>{detail}</p>
      {action && (
        <LinkButton size="sm" href={action.href} variant={tone === 'success' ? 'secondary' : 'primary'}>
          {action.label}
        </LinkButton>
      )}
    </article>
  );
}

type Tone = NeedCardProps['tone'];
type StyleName = 'card' | 'kicker' | 'headline' | 'detail' | Tone | `${Tone}Icon`;

const getStyles = (theme: GrafanaTheme2): Record<StyleName, string> => ({
  card: css({
    border: `1px solid ${theme.colors.border.weak}`,
    borderLeftWidth: 3,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.primary,
    padding: theme.spacing(1.5, 2),
  }),
  error: css({ borderLeftColor: theme.colors.error.border }),
  warning: css({ borderLeftColor: theme.colors.warning.border }),
  success: css({ borderLeftColor: theme.colors.success.border }),
  errorIcon: css({ color: theme.colors.error.text }),
  warningIcon: css({ color: theme.colors.warning.text }),
  successIcon: css({ color: theme.colors.success.text }),
  kicker: css({ display: 'flex', gap: theme.spacing(1), alignItems: 'center' }),
  headline: css({ margin: theme.spacing(1, 0, 0.5), fontSize: theme.typography.h5.fontSize }),
  detail: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
