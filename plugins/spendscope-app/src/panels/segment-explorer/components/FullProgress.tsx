import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { JSX } from 'react';
import { t } from '../../../shared/i18n/t';

const getStyles = (theme: GrafanaTheme2): string =>
  css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    margin: 0,
    paddingBottom: theme.spacing(0.5),
    fontSize: 12,
    color: theme.colors.text.secondary,
    '& progress': { width: 120, height: 6, accentColor: theme.colors.primary.main },
  });

interface FullProgressProps {
  /** Share of the run's customers that has been read, 0 to 1; absent when all are there. */
  packed: number | undefined;
  /** Other customers of the run than those shown pass the dashboard's filter by now. */
  filtering?: boolean;
  /** Why nothing more is drawn. */
  fault: string;
}

/** How many of the run's customers have been read, while density shows them meanwhile; or why they cannot be drawn. */
export function FullProgress({ packed, filtering, fault }: FullProgressProps): JSX.Element | null {
  const styles = useStyles2(getStyles);
  if (fault) {
    return <p role="alert">{fault}</p>;
  }
  if (packed === undefined && !filtering) {
    return null;
  }
  const label =
    packed === undefined
      ? t('explorer.full.filtering', 'Asking who passes the dashboard’s filters; those of before until then')
      : t('explorer.full.loading', 'Reading every customer of the run; density until then');
  return (
    <p className={styles} role="status">
      <progress value={packed} max={1} aria-label={label} />
      {label}
    </p>
  );
}
