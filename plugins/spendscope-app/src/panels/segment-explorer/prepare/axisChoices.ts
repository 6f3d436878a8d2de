import { FieldType, type DataFrame } from '@grafana/data';
import type { RoleFields } from './matchRoles';
import { plainColumn } from './placeAxis';

const noAxis = /(^|\.)(lat|lon)$|(^|\.)log100_|^own_mean\.|^sort$/;

/** Columns of plain values that can be drawn as an axis, by name: those shown first. */
export function axisChoices(frame: DataFrame, fields: RoleFields): string[] {
  const shown = [fields.x, fields.y].flatMap((field) => (field ? [plainColumn(field.name)] : []));
  const others = frame.fields
    .filter((field) => field.type === FieldType.number && field !== fields.cluster && !noAxis.test(field.name))
    .map((field) => plainColumn(field.name))
    .sort((a, b) => a.localeCompare(b));
  return [...new Set([...shown, ...others])];
}
