import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { hasPermission } from '@grafana/runtime';
import { Icon, type IconName, TextLink, useStyles2 } from '@grafana/ui';
import { type Right, rightAction } from '@spendscope/contracts';
import type { JSX } from 'react';
import { t } from '../../shared/i18n/t';
import { pagePaths } from '../pagePaths';

interface Start {
  icon: IconName;
  label: string;
  note: string;
  href: string;
  right: Right;
}

const starts = (): Start[] => [
  {
    icon: 'exclamation-triangle',
    label: t('overview.start.anomalies', 'Go through the anomalies'),
    note: t('overview.start.anomaliesNote', 'Highest score first, with reasons'),
    href: pagePaths.anomalies,
    right: 'data:read',
  },
  {
    icon: 'users-alt',
    label: t('overview.start.segments', 'See who the customers are'),
    note: t('overview.start.segmentsNote', 'Segments, and each customer by token'),
    href: pagePaths.segments,
    right: 'data:read',
  },
  {
    icon: 'apps',
    label: t('overview.start.dashboards', 'Look at segments and spend'),
    note: t('overview.start.dashboardsNote', 'The dashboards of Spendscope'),
    href: '/dashboards?query=spendscope',
    right: 'data:read',
  },
  {
    icon: 'link',
    label: t('overview.start.audit', 'Prove the audit record'),
    note: t('overview.start.auditNote', 'Who did what, and that nobody changed it'),
    href: pagePaths.audit,
    right: 'audit:read',
  },
];

/** First steps, only those that the reader may take. */
export function WhereToStart(): JSX.Element {
  const styles = useStyles2(getStyles);
  return (
    <ul className={styles.list}>
      {starts()
        .filter(({ right }) => hasPermission(rightAction(right)))
        .map(({ icon, label, note, href }) => (
          <li key={href}>
            <Icon name={icon} />
            <div>
              <TextLink href={href} inline={false}>
                {label}
              </TextLink>
              <div className={styles.note}>{note}</div>
            </div>
          </li>
        ))}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'list' | 'note', string> => ({
  list: css({
    listStyle: 'none',
    margin: 0,
    '& li': { display: 'flex', gap: theme.spacing(1.5), padding: theme.spacing(0.75, 0), alignItems: 'baseline' },
  }),
  note: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
