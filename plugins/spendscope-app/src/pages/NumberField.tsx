import { Field, Input } from '@grafana/ui';
import { type JSX, useId, useState } from 'react';

interface NumberFieldProps {
  label: string;
  hint?: string;
  value: number;
  onChange: (value: number) => void;
  max: number;
  /** What one unit of the field is worth: 0.01 for per cent. */
  unit?: number;
  suffix?: string;
}

/** A number of zero or more; what is typed stays as typed, and only numbers within bounds count. */
export function NumberField({ label, hint, value, onChange, max, unit = 1, suffix }: NumberFieldProps): JSX.Element {
  const id = useId();
  const shown = String(Number((value / unit).toPrecision(12)));
  const [typed, setTyped] = useState(shown);
  const number = Number(typed);
  const invalid = typed.trim() === '' || !Number.isFinite(number) || number < 0 || number * unit > max;
  // Another plan was loaded, or the value was changed elsewhere.
  const text = !invalid && Number((number * unit).toPrecision(12)) !== Number(value.toPrecision(12)) ? shown : typed;
  return (
    <Field
      noMargin
      label={label}
      description={hint}
      htmlFor={id}
      invalid={invalid}
      error={invalid ? `0 – ${max / unit}` : undefined}
    >
      <Input
        id={id}
        type="number"
        inputMode="decimal"
        min={0}
        max={max / unit}
        step="any"
        value={text}
        suffix={suffix}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          const next = Number(currentTarget.value) * unit;
          if (currentTarget.value.trim() !== '' && Number.isFinite(next) && next >= 0 && next <= max) {
            onChange(Number(next.toPrecision(12)));
          }
        }}
      />
    </Field>
  );
}
