import type { ActionDefinition, ReasonCode } from '@spendscope/contracts';
import type { JSX } from 'react';
import { DurationField } from './DurationField';
import { ReasonFields } from './ReasonFields';
import type { InterventionForm } from './requestOf';

interface RequestFieldsProps {
  definition: ActionDefinition;
  form: InterventionForm;
  onChange: (form: InterventionForm) => void;
  reasonCodes: readonly ReasonCode[];
  disabled: boolean;
  /** Whether what is missing is already said: after the first try to send. */
  showFaults: boolean;
}

/** What every request of an action asks for, be it for one target or for many. */
export function RequestFields({ definition, form, onChange, disabled, ...rest }: RequestFieldsProps): JSX.Element {
  return (
    <ReasonFields {...rest} form={form} onChange={onChange} disabled={disabled} withTicket>
      <DurationField
        definition={definition}
        durationSec={form.durationSec}
        disabled={disabled}
        onChange={(durationSec) => onChange({ ...form, durationSec })}
      />
    </ReasonFields>
  );
}
