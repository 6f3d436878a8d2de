import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Combobox, Field, IconButton, Input, useStyles2 } from '@grafana/ui';
import type { CardDesign } from '@spendscope/contracts';
import { type JSX, useId } from 'react';
import { t } from '../../shared/i18n/t';
import { NumberField } from '../NumberField';
import { categories, mostBenefits } from './plan';

interface CardFormProps {
  card: CardDesign;
  /** Why it cannot be worked out. */
  fault?: string;
  onChange: (card: CardDesign) => void;
  /** Absent for the only card. */
  onRemove?: () => void;
}

const mostMoney = 1e12;

/** One card: its name, its fee and what it pays back. */
export function CardForm({ card, fault, onChange, onRemove }: CardFormProps): JSX.Element {
  const styles = useStyles2(getStyles);
  const id = useId();
  const { benefits } = card;
  const change = (at: number, with_: Partial<CardDesign['benefits'][number]>): void =>
    onChange({ ...card, benefits: benefits.map((each, i) => (i === at ? { ...each, ...with_ } : each)) });
  return (
    <fieldset className={styles.card} aria-label={t('benefits.card.of', 'Card {{name}}', { name: card.name })}>
      <div className={styles.head}>
        <Field
          noMargin
          label={t('benefits.card.name', 'Name')}
          htmlFor={`${id}-name`}
          invalid={fault !== undefined}
          error={fault}
        >
          <Input
            id={`${id}-name`}
            maxLength={80}
            value={card.name}
            onChange={({ currentTarget }) => onChange({ ...card, name: currentTarget.value })}
          />
        </Field>
        <NumberField
          label={t('benefits.card.fee', 'Annual fee')}
          value={card.annualFee}
          max={mostMoney}
          onChange={(annualFee) => onChange({ ...card, annualFee })}
        />
      </div>
      {benefits.map((benefit, i) => (
        <div
          key={i}
          className={styles.benefit}
          role="group"
          aria-label={t('benefits.benefit.of', 'Benefit {{number}}', { number: i + 1 })}
        >
          <Field noMargin label={t('benefits.benefit.category', 'Category')} htmlFor={`${id}-large-${i}`}>
            <Combobox
              id={`${id}-large-${i}`}
              createCustomValue
              options={categories.map((value) => ({ value, label: value }))}
              value={benefit.categoryLarge}
              onChange={({ value }) => change(i, { categoryLarge: value })}
            />
          </Field>
          <Field noMargin label={t('benefits.benefit.mid', 'Within it')} htmlFor={`${id}-mid-${i}`}>
            <Input
              id={`${id}-mid-${i}`}
              maxLength={100}
              placeholder={t('benefits.benefit.all', 'all of it')}
              value={benefit.categoryMid ?? ''}
              onChange={({ currentTarget: { value } }) =>
                change(i, { categoryMid: value.trim() === '' ? undefined : value })
              }
            />
          </Field>
          <NumberField
            label={t('benefits.benefit.rate', 'Pays back')}
            value={benefit.rate}
            unit={0.01}
            max={1}
            suffix="%"
            onChange={(rate) => change(i, { rate })}
          />
          <NumberField
            label={t('benefits.benefit.cap', 'At most a month')}
            value={benefit.monthlyCap}
            max={mostMoney}
            onChange={(monthlyCap) => change(i, { monthlyCap })}
          />
          <IconButton
            name="trash-alt"
            aria-label={t('benefits.benefit.remove', 'Remove benefit {{number}}', { number: i + 1 })}
            tooltip={t('benefits.benefit.removeShort', 'Remove')}
            disabled={benefits.length === 1}
            onClick={() => onChange({ ...card, benefits: benefits.filter((_, other) => other !== i) })}
          />
        </div>
      ))}
      <div className={styles.buttons}>
        <Button
          type="button"
          size="sm"
          variant="secondary"
          icon="plus"
          disabled={benefits.length >= mostBenefits}
          onClick={() => onChange({ ...card, benefits: [...benefits, { ...benefits.at(-1)! }] })}
        >
          {t('benefits.benefit.add', 'Add a benefit')}
        </Button>
        {onRemove && (
          <Button type="button" size="sm" variant="secondary" fill="text" icon="trash-alt" onClick={onRemove}>
            {t('benefits.card.remove', 'Remove this card')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'card' | 'head' | 'benefit' | 'buttons', string> => ({
  card: css({
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    padding: theme.spacing(1.5),
    margin: 0,
    minWidth: 0,
  }),
  head: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr)',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(1.5),
  }),
  benefit: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: theme.spacing(1),
    alignItems: 'end',
    borderTop: `1px solid ${theme.colors.border.weak}`,
    padding: theme.spacing(1, 0),
    [theme.breakpoints.up('sm')]: {
      gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 3fr) minmax(0, 2fr) minmax(0, 3fr) auto',
    },
  }),
  buttons: css({ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: theme.spacing(1) }),
});
