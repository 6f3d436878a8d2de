import { Combobox, InlineField } from '@grafana/ui';
import { type AxisScale, axisScales } from '@spendscope/contracts';
import { useId, type JSX } from 'react';
import { t } from '../../../shared/i18n/t';
import { axisTitle, scaleLabel } from '../format/labels';
import { isCoordinate } from '../prepare/isCoordinate';
import type { Axis, AxisChoice } from '../types';

interface AxisPickerProps {
  /** X or Y. */
  name: string;
  axis: Axis;
  columns: readonly string[];
  onChange: (choice: AxisChoice) => void;
}

const titleOf = (column: string): string => axisTitle({ title: column.split('.').at(-1)!, scale: 'linear' });

/** A column and how it is placed. */
export function AxisPicker({ name, axis, columns, onChange }: AxisPickerProps): JSX.Element {
  const id = useId();
  return (
    <InlineField label={name} transparent htmlFor={id}>
      <div style={{ display: 'flex' }}>
        <Combobox
          id={id}
          width={22}
          options={columns.map((column) => ({
            value: column,
            label: column === axis.column ? axisTitle({ ...axis, scale: 'linear' }) : titleOf(column),
          }))}
          value={axis.column}
          onChange={({ value }) => onChange({ field: value, scale: isCoordinate(value) ? 'linear' : axis.scale })}
        />
        <label className="sr-only" htmlFor={`${id}s`}>
          {t('explorer.scale.label', 'Scale of {{axis}}', { axis: name })}
        </label>
        <Combobox<AxisScale>
          id={`${id}s`}
          width={11}
          options={axisScales.map((scale) => ({ value: scale, label: scaleLabel(scale) }))}
          value={axis.scale}
          onChange={({ value }) => onChange({ field: axis.column, scale: value })}
        />
      </div>
    </InlineField>
  );
}
