import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Field, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import type { BenefitAssumptions } from '@spendscope/contracts';
import type { JSX } from 'react';
import { t } from '../../shared/i18n/t';
import { NumberField } from '../NumberField';

interface AssumptionsFormProps {
  value: BenefitAssumptions;
  onChange: (value: BenefitAssumptions) => void;
}

const perCent = 0.01;
const mostMoney = 1e12;

/** What spend cannot tell: each of it is the planner’s to say. */
export function AssumptionsForm({ value, onChange }: AssumptionsFormProps): JSX.Element {
  const styles = useStyles2(getStyles);
  const change = (with_: Partial<BenefitAssumptions>): void => onChange({ ...value, ...with_ });
  return (
    <div className={styles.fields}>
      <Field noMargin label={t('benefits.assume.takers', 'Whom does it draw?')} className={styles.wide}>
        <RadioButtonGroup
          aria-label={t('benefits.assume.takers', 'Whom does it draw?')}
          options={[
            { value: 'who gains' as const, label: t('benefits.assume.gainers', 'Those it pays') },
            { value: 'anybody' as const, label: t('benefits.assume.anybody', 'Anybody alike') },
          ]}
          value={value.takers}
          onChange={(takers) => change({ takers })}
        />
      </Field>
      <NumberField
        label={t('benefits.assume.takeUp', 'Of them take it')}
        value={value.takeUp}
        unit={perCent}
        max={1}
        suffix="%"
        onChange={(takeUp) => change({ takeUp })}
      />
      <NumberField
        label={t('benefits.assume.moreSpend', 'Spend more there')}
        hint={t('benefits.assume.moreSpendHint', 'Only this is new income')}
        value={value.moreSpend}
        unit={perCent}
        max={5}
        suffix="%"
        onChange={(moreSpend) => change({ moreSpend })}
      />
      <NumberField
        label={t('benefits.assume.merchantFee', 'Merchants pay us')}
        hint={t('benefits.assume.ofSpend', 'Of spend')}
        value={value.merchantFee}
        unit={perCent}
        max={0.1}
        suffix="%"
        onChange={(merchantFee) => change({ merchantFee })}
      />
      <NumberField
        label={t('benefits.assume.costOfSpend', 'Spend costs us')}
        hint={t('benefits.assume.costOfSpendHint', 'Funding, losses, processing')}
        value={value.costOfSpend}
        unit={perCent}
        max={0.1}
        suffix="%"
        onChange={(costOfSpend) => change({ costOfSpend })}
      />
      <NumberField
        label={t('benefits.assume.yearlyCost', 'A card costs a year')}
        value={value.yearlyCost}
        max={mostMoney}
        onChange={(yearlyCost) => change({ yearlyCost })}
      />
      <NumberField
        label={t('benefits.assume.newCardCost', 'A new card costs once')}
        value={value.newCardCost}
        max={mostMoney}
        onChange={(newCardCost) => change({ newCardCost })}
      />
      <NumberField
        label={t('benefits.assume.years', 'Spread over years')}
        value={value.years}
        max={10}
        onChange={(years) => (years >= 1 ? change({ years }) : undefined)}
      />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'fields' | 'wide', string> => ({
  fields: css({
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 180px), 1fr))',
    gap: theme.spacing(1.5),
    alignItems: 'end',
  }),
  wide: css({ gridColumn: '1 / -1' }),
});
