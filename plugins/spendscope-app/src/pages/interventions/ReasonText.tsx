import { Field, TextArea } from '@grafana/ui';
import { type JSX, useId } from 'react';
import { t } from '../../shared/i18n/t';

/** Fewest characters that the service takes as a reason. */
export const leastReason = 3;

interface ReasonTextProps {
  value: string;
  disabled: boolean;
  /** Whether what is missing is already said. */
  showFault: boolean;
  onChange: (value: string) => void;
}

/** Why, in words; it is recorded. */
export function ReasonText({ value, disabled, showFault, onChange }: ReasonTextProps): JSX.Element {
  const id = useId();
  return (
    <Field
      required
      htmlFor={id}
      label={t('controls.reason', 'Why')}
      description={t('controls.reasonHint', 'It is recorded with your name')}
      invalid={showFault && value.trim().length < leastReason}
      error={t('controls.reasonMissing', 'Say why, in a few words.')}
    >
      <TextArea
        id={id}
        // eslint-disable-next-line jsx-a11y/no-autofocus -- a dialog that opened must take the focus, and not on its button.
        autoFocus
        rows={2}
        maxLength={1000}
        disabled={disabled}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </Field>
  );
}
