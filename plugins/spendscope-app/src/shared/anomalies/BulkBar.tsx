import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import type { JSX } from 'react';
import { t } from '../i18n/t';
import { inLanguage } from '../interventions/actionTexts';
import type { BulkPlan } from '../interventions/bulkPlan';
import { testIds } from '../testIds';

interface BulkBarProps {
  selected: number;
  plans: readonly BulkPlan[];
  language: string;
  onChoose: (plan: BulkPlan) => void;
  onClear: () => void;
}

/** What can be done with the ticked rows. */
export function BulkBar({ selected, plans, language, onChoose, onClear }: BulkBarProps): JSX.Element {
  const styles = useStyles2(getStyles);
  return (
    <div
      className={styles.bar}
      data-testid={testIds.anomalyTable.bulkBar}
      role="toolbar"
      aria-label={t('anomalies.bulk.label', 'Ticked rows')}
    >
      <strong>{t('anomalies.bulk.selected', '{{count}} selected', { count: selected })}</strong>
      <span className={styles.buttons}>
        {plans
          .filter(({ items }) => items.length > 0)
          .map((plan) => (
            <Button
              key={plan.definition.name}
              size="sm"
              variant={plan.definition.name === 'lock_account' ? 'destructive' : 'secondary'}
              fill={plan.definition.name === 'lock_account' ? 'outline' : 'solid'}
              onClick={() => onChoose(plan)}
            >
              {t('anomalies.bulk.act', '{{action}}: {{count}}…', {
                action: inLanguage(plan.definition.label, language),
                count: plan.items.length,
              })}
            </Button>
          ))}
        <Button size="sm" fill="text" icon="times" onClick={onClear}>
          {t('anomalies.bulk.clear', 'Clear')}
        </Button>
      </span>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'bar' | 'buttons', string> => ({
  bar: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    minHeight: 48,
    padding: theme.spacing(0.5, 1.5),
    background: theme.colors.background.secondary,
  }),
  buttons: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
});
