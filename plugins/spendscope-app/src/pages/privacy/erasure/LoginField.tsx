import { Field, Input } from '@grafana/ui';
import { longestLogin } from '@spendscope/contracts';
import { type JSX, useId } from 'react';
import { t } from '../../../shared/i18n/t';
import type { SubjectFieldProps } from './erasureKind';

export const isLogin = (text: string): boolean => text.length > 0 && text.length <= longestLogin;

/** The login of somebody who acted. It stays out of the address. */
export function LoginField({ value, disabled, showFault, onChange }: SubjectFieldProps): JSX.Element {
  const id = useId();
  return (
    <Field
      required
      htmlFor={id}
      label={t('privacy.login', 'Login')}
      invalid={showFault && !isLogin(value)}
      error={t('privacy.loginFault', 'Enter the login that the audit log names.')}
    >
      <Input
        id={id}
        maxLength={longestLogin}
        autoComplete="off"
        disabled={disabled}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value.trim())}
      />
    </Field>
  );
}
