import { Combobox, Field } from '@grafana/ui';
import type { ReasonCode } from '@spendscope/contracts';
import { type JSX, useId } from 'react';
import { t } from '../i18n/t';
import { reasonCodeLabel } from './actionTexts';

interface ReasonCodeFieldProps {
  reasonCode?: ReasonCode;
  reasonCodes: readonly ReasonCode[];
  disabled: boolean;
  /** Whether a missing reason is already said. */
  showFault: boolean;
  /** In a form of a page, which has margins and leaves the focus where it is. */
  inPage?: boolean;
  onChange: (reasonCode: ReasonCode) => void;
}

/** The reason that every act asks for. It takes the focus of the dialog that it opens with. */
export function ReasonCodeField(props: ReasonCodeFieldProps): JSX.Element {
  const { reasonCode, reasonCodes, disabled, showFault, inPage = false, onChange } = props;
  const id = useId();
  return (
    <Field
      noMargin={!inPage}
      required
      htmlFor={id}
      label={t('interventions.form.reason', 'Reason')}
      invalid={showFault && reasonCode === undefined}
      error={t('interventions.form.reasonMissing', 'Choose a reason.')}
    >
      <Combobox
        id={id}
        // eslint-disable-next-line jsx-a11y/no-autofocus -- a dialog that opened must take the focus, and not on its red button.
        autoFocus={!inPage}
        disabled={disabled}
        placeholder={t('interventions.form.chooseReason', 'Choose a reason')}
        options={reasonCodes.map((code) => ({ value: code, label: reasonCodeLabel(code) }))}
        value={reasonCode ?? null}
        onChange={(option) => onChange(option.value)}
      />
    </Field>
  );
}
