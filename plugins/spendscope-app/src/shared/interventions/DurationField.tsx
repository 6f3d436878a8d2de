import { Field, RadioButtonGroup } from '@grafana/ui';
import type { ActionDefinition } from '@spendscope/contracts';
import type { JSX } from 'react';
import { formatDurationShort } from '../format/formatDurationWords';
import { t } from '../i18n/t';

/** Stands for “until released”, which is no number of seconds. */
const untilReleased = 0;

interface DurationFieldProps {
  definition: ActionDefinition;
  durationSec?: number;
  disabled: boolean;
  onChange: (durationSec: number | undefined) => void;
}

/** The times that the action offers, temporary ones first. */
export function DurationField({ definition, durationSec, disabled, onChange }: DurationFieldProps): JSX.Element {
  const options = definition.durationsSec.map((seconds) => ({ value: seconds, label: formatDurationShort(seconds) }));
  if (definition.permanentAllowed) {
    options.push({ value: untilReleased, label: t('interventions.form.untilReleased', 'Until released') });
  }
  return (
    <Field noMargin label={t('interventions.form.duration', 'Duration')}>
      <RadioButtonGroup
        fullWidth
        disabled={disabled}
        options={options}
        value={durationSec ?? untilReleased}
        onChange={(seconds) => onChange(seconds === untilReleased ? undefined : seconds)}
      />
    </Field>
  );
}
