import { Combobox, InlineField } from '@grafana/ui';
import type { JSX } from 'react';

interface ChoiceFilterProps {
  id: string;
  label: string;
  width: number;
  /** Stands where nothing is chosen. */
  all: string;
  options: { value: string; label: string }[];
  value?: string;
  onChange: (value: string | undefined) => void;
}

/** A filter by one of a few values, or none. */
export function ChoiceFilter({ id, label, width, all, options, value, onChange }: ChoiceFilterProps): JSX.Element {
  return (
    <InlineField label={label} transparent>
      <Combobox
        id={id}
        width={width}
        isClearable
        placeholder={all}
        options={options}
        value={value ?? null}
        onChange={(option) => onChange(option?.value)}
      />
    </InlineField>
  );
}
