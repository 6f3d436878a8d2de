import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Field, IconButton, Input, TextArea, useStyles2 } from '@grafana/ui';
import { type PersonaWords, type Strategy, personaBounds, strategyLengths } from '@spendscope/contracts';
import { type JSX, useId } from 'react';
import { t } from '../../../shared/i18n/t';

interface WordsFormProps {
  words: PersonaWords;
  onChange: (words: PersonaWords) => void;
  disabled: boolean;
}

type Part = keyof Strategy;
const parts: readonly Part[] = ['action', 'channel', 'offer', 'kpi', 'limit'];
const { least, most } = personaBounds.strategies;

const partLabel = (part: Part): string =>
  ({
    action: t('personas.edit.action', 'What to do'),
    channel: t('personas.edit.channel', 'Channel'),
    offer: t('personas.edit.offer', 'Offer (optional)'),
    kpi: t('personas.edit.kpi', 'Measured by'),
    limit: t('personas.edit.limit', 'Limit'),
  })[part];

/** A persona's words as fields, each no longer than what the contract keeps. */
export function WordsForm({ words, onChange, disabled }: WordsFormProps): JSX.Element {
  const styles = useStyles2(getStyles);
  const id = useId();
  const { description, strategies } = words;
  const change = (at: number, part: Part, text: string): void => {
    onChange({
      ...words,
      strategies: strategies.map((strategy, i) => (i === at ? withPart(strategy, part, text) : strategy)),
    });
  };
  return (
    <div className={styles.form}>
      <Field noMargin htmlFor={`${id}d`} label={t('personas.edit.description', 'Who they are')}>
        <TextArea
          id={`${id}d`}
          // eslint-disable-next-line jsx-a11y/no-autofocus -- a dialog that opened must take the focus.
          autoFocus
          rows={3}
          maxLength={personaBounds.description.most}
          disabled={disabled}
          value={description}
          onChange={(event) => onChange({ ...words, description: event.currentTarget.value })}
        />
      </Field>
      {strategies.map((strategy, at) => (
        <fieldset key={at} className={styles.strategy}>
          <legend>
            {t('personas.edit.strategy', 'Strategy {{number}}', { number: at + 1 })}
            {strategies.length > least && (
              <IconButton
                name="trash-alt"
                size="sm"
                disabled={disabled}
                tooltip={t('personas.edit.remove', 'Remove strategy {{number}}', { number: at + 1 })}
                onClick={() => onChange({ ...words, strategies: strategies.filter((_, i) => i !== at) })}
              />
            )}
          </legend>
          {parts.map((part) => (
            <Field noMargin key={part} htmlFor={`${id}${at}${part}`} label={partLabel(part)}>
              <Input
                id={`${id}${at}${part}`}
                maxLength={strategyLengths[part]}
                disabled={disabled}
                value={strategy[part] ?? ''}
                onChange={(event) => change(at, part, event.currentTarget.value)}
              />
            </Field>
          ))}
        </fieldset>
      ))}
      {strategies.length < most && (
        <Button
          variant="secondary"
          fill="outline"
          size="sm"
          icon="plus"
          disabled={disabled}
          onClick={() =>
            onChange({ ...words, strategies: [...strategies, { action: '', channel: '', kpi: '', limit: '' }] })
          }
        >
          {t('personas.edit.add', 'Add a strategy')}
        </Button>
      )}
    </div>
  );
}

/** An offer left empty is no offer. */
function withPart(strategy: Strategy, part: Part, text: string): Strategy {
  const { offer, ...rest } = { ...strategy, [part]: text };
  return offer ? { ...rest, offer } : rest;
}

const getStyles = (theme: GrafanaTheme2): Record<'form' | 'strategy', string> => ({
  form: css({
    display: 'grid',
    marginBottom: theme.spacing(2),
    gap: theme.spacing(2),
    justifyItems: 'stretch',
    '& > button': { justifySelf: 'start' },
  }),
  strategy: css({
    display: 'grid',
    gap: theme.spacing(1),
    gridTemplateColumns: 'minmax(0, 1fr)',
    [theme.breakpoints.up('md')]: {
      gridTemplateColumns: 'repeat(4, minmax(0, 1fr))',
      '& > div:first-of-type': { gridColumn: '1 / -1' },
    },
    '& legend': { display: 'flex', alignItems: 'center', gap: theme.spacing(1), fontSize: 14, margin: 0, border: 0 },
  }),
});
