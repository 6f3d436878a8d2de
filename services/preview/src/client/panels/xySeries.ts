import { type DataFrame, type Field, FieldType, getFieldDisplayName } from '@grafana/data';

export interface XySeries {
  name: string;
  frame: DataFrame;
  x: Field;
  y: Field;
}

/**
 * The series of Grafana's XY chart under automatic mapping: in each frame the first number is x, and each other number is
 * a series. Frames without two numbers have none.
 */
export function xySeries(frames: readonly DataFrame[]): XySeries[] {
  return frames.flatMap((frame) => {
    const [x, ...others] = frame.fields.filter((field) => field.type === FieldType.number);
    return x ? others.map((y) => ({ name: getFieldDisplayName(y, frame, [...frames]), frame, x, y })) : [];
  });
}
