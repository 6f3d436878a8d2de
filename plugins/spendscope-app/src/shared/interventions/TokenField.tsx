import { Field, Input } from '@grafana/ui';
import { tokenPattern } from '@spendscope/contracts';
import { type JSX, useId } from 'react';
import { t } from '../i18n/t';

export const isToken = (text: string): boolean => new RegExp(tokenPattern).test(text);

interface TokenFieldProps {
  label?: string;
  value: string;
  disabled: boolean;
  /** Whether what is wrong is already said. */
  showFault: boolean;
  onChange: (value: string) => void;
}

/** A customer’s token. It stays out of the address. */
export function TokenField({ label, value, disabled, showFault, onChange }: TokenFieldProps): JSX.Element {
  const id = useId();
  return (
    <Field
      required
      htmlFor={id}
      label={label ?? t('privacy.token', 'Token')}
      invalid={showFault && !isToken(value)}
      error={t('privacy.tokenFault', 'Enter a token such as C-7F3K2Q9DXA.')}
    >
      <Input
        id={id}
        maxLength={128}
        autoComplete="off"
        disabled={disabled}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value.trim())}
      />
    </Field>
  );
}
