import { type DataFrame, FieldType } from '@grafana/data';
import { asNumber } from '../narrow';

/** A mean score at a time, ms since 1970. */
export interface AverageAt {
  time: number;
  score: number;
}

/**
 * The mean score over time, from a frame beside that of the rows: a time and one number in [0, 1]. Empty where the query
 * has none.
 *
 * @param rowsFrame the frame that the rows were read from
 */
export function averageOf(frames: readonly DataFrame[], rowsFrame: DataFrame | undefined): AverageAt[] {
  for (const frame of frames) {
    const time = frame.fields.find(({ type }) => type === FieldType.time);
    const numbers = frame.fields.filter(({ type }) => type === FieldType.number);
    if (frame === rowsFrame || !time || numbers.length !== 1) {
      continue;
    }
    const points = time.values.flatMap((at: unknown, i): AverageAt[] => {
      const [when, score] = [asNumber(at), asNumber(numbers[0]!.values[i])];
      return when !== undefined && score !== undefined ? [{ time: when, score }] : [];
    });
    if (points.length > 0 && points.every(({ score }) => score >= 0 && score <= 1)) {
      return points;
    }
  }
  return [];
}
