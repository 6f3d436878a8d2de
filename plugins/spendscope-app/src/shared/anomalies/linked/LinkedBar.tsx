import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, type IconName, useStyles2 } from '@grafana/ui';
import type { JSX } from 'react';
import { t } from '../../i18n/t';
import type { LinkedChoice } from './LinkedViews';

interface LinkedBarProps {
  open: LinkedChoice;
  onOpen: (open: LinkedChoice) => void;
  /** Rows in the area that the table is narrowed to; absent: it is not narrowed. */
  inArea?: number;
  total: number;
  onWholeWorld: () => void;
}

/** Which pictures are open, and the area that the table is narrowed to. */
export function LinkedBar({ open, onOpen, inArea, total, onWholeWorld }: LinkedBarProps): JSX.Element {
  const styles = useStyles2(getStyles);
  const toggle = (key: keyof LinkedChoice, icon: IconName, label: string): JSX.Element => (
    <Button
      size="sm"
      variant="secondary"
      fill={open[key] ? 'solid' : 'text'}
      icon={icon}
      aria-pressed={open[key]}
      onClick={() => onOpen({ ...open, [key]: !open[key] })}
    >
      {label}
    </Button>
  );
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('anomalyLinked.bar', 'Pictures of the table')}>
      {inArea !== undefined && (
        <span className={styles.area}>
          {t('anomalyLinked.inArea', '{{shown, number}} of {{total, number}} rows, in the area of the map', {
            shown: inArea,
            total,
          })}
          <Button size="sm" fill="text" icon="times" onClick={onWholeWorld}>
            {t('anomalyLinked.everywhere', 'Show all')}
          </Button>
        </span>
      )}
      <span className={styles.toggles}>
        {toggle('map', 'map-marker', t('anomalyLinked.map', 'Map'))}
        {toggle('timeline', 'chart-line', t('anomalyLinked.timeline', 'Scores over time'))}
      </span>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'bar' | 'area' | 'toggles', string> => ({
  bar: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    minHeight: 32,
    padding: theme.spacing(0.25, 1),
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  area: css({ display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(0.5) }),
  toggles: css({ marginLeft: 'auto', display: 'inline-flex', gap: theme.spacing(0.5) }),
});
