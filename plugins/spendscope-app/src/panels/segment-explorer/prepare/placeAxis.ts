import type { DataFrame, Field } from '@grafana/data';
import { type AxisScale, toPosition, toValue } from '@spendscope/contracts';
import type { AxisChoice } from '../types';
import { findColumn, numbersOf } from './columns';

const logPart = /(^|\.)log_/;

/** The column of plain values that a column of logarithms belongs to; others are their own. */
export const plainColumn = (column: string): string => column.replace(logPart, '$1');
const logColumn = (column: string): string => column.replace(/([^.]+)$/, 'log_$1');
export const isLogColumn = (column: string): boolean => logPart.test(column);

/** A column on an axis. */
export interface PlacedAxis {
  /** Column of plain values, whether the frame has it or only its logarithm. */
  column: string;
  scale: AxisScale;
  /** With positions on the scale as its values. */
  field: Field;
}

function chosenAxis(frame: DataFrame, { field: column, scale }: AxisChoice): PlacedAxis | undefined {
  const plain = findColumn(frame, column);
  const log = findColumn(frame, logColumn(column));
  const source = plain ?? log;
  if (!source) {
    return undefined;
  }
  const from: AxisScale = plain ? 'linear' : 'log1p';
  const values = Array.from(numbersOf(source), (value) => toPosition(scale, toValue(from, value)));
  return { column, scale, field: { ...source, name: column, values } };
}

/** What the user chose, else the column itself: one of logarithms is a log axis already. */
export function placeAxis(frame: DataFrame, field: Field, chosen?: AxisChoice): PlacedAxis {
  return (
    (chosen && chosenAxis(frame, chosen)) ?? {
      column: plainColumn(field.name),
      scale: isLogColumn(field.name) ? 'log1p' : 'linear',
      field,
    }
  );
}
