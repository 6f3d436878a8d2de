import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Badge, useStyles2 } from '@grafana/ui';
import type { JSX } from 'react';
import { t } from '../i18n/t';
import { appearanceOf } from '../status/statusColors';
import { statusWords } from './actionTexts';
import type { RowIntervention } from './rowStatus';

interface StatusBadgesProps {
  interventions: readonly RowIntervention[];
  /** ms since 1970, for the time left. */
  now: number;
}

/** What is in force or waiting: icon, words and time left, never colour alone. */
export function StatusBadges({ interventions, now }: StatusBadgesProps): JSX.Element {
  const styles = useStyles2(getStyles);
  if (interventions.length === 0) {
    return <span className={styles.none}>{t('interventions.none', 'none')}</span>;
  }
  return (
    <span className={styles.badges}>
      {interventions.map(({ action, state, expiresAt, id }) => {
        const secondsLeft = expiresAt ? (Date.parse(expiresAt) - now) / 1000 : undefined;
        const { color, icon } = appearanceOf(state, action);
        return <Badge key={id ?? action} color={color} icon={icon} text={statusWords(action, state, secondsLeft)} />;
      })}
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'badges' | 'none', string> => ({
  badges: css({ display: 'inline-flex', gap: theme.spacing(0.5), whiteSpace: 'nowrap' }),
  none: css({ color: theme.colors.text.secondary }),
});
