import { FieldType, type DataFrame } from '@grafana/data';
import type { RoleFields } from './matchRoles';

const noAxis = /(^|\.)(lat|lon)$|(^|\.)log100_|^own_mean\.|^sort$/;

/** Number columns that can be drawn as an axis: those shown first, then logarithms before plain values, then by name. */
export function axisChoices(frame: DataFrame, fields: RoleFields): string[] {
  const weight = (name: string): number => {
    if (name === fields.x?.name || name === fields.y?.name) {
      return 0;
    }
    return /(^|\.)log_/.test(name) ? 1 : 2;
  };
  return frame.fields
    .filter((field) => field.type === FieldType.number && field !== fields.cluster && !noAxis.test(field.name))
    .map((field) => field.name)
    .sort((a, b) => weight(a) - weight(b) || a.localeCompare(b));
}
