import { InlineField, Input } from '@grafana/ui';
import type { JSX } from 'react';

interface TextFilterProps {
  id: string;
  label: string;
  width: number;
  value?: string;
  placeholder?: string;
  onChange: (value: string) => void;
}

/** A filter by words, which are searched on Enter or when the field is left. */
export function TextFilter({ id, label, width, value, placeholder, onChange }: TextFilterProps): JSX.Element {
  return (
    <InlineField label={label} transparent>
      <Input
        id={id}
        width={width}
        key={value}
        defaultValue={value}
        placeholder={placeholder}
        onBlur={(event) => onChange(event.currentTarget.value.trim())}
        onKeyDown={(event) => event.key === 'Enter' && onChange(event.currentTarget.value.trim())}
      />
    </InlineField>
  );
}
