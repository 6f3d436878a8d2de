import type { DataFrame, Field, FieldType } from '@grafana/data';

/** One thing a panel needs, and how to find it among the columns of any data source. */
export interface FieldRole<Role extends string = string> {
  role: Role;
  /** Column names that mean this, best first. Compared without case, dots and underscores; a dotted tail counts too. */
  names: readonly string[];
  required?: boolean;
  types?: readonly FieldType[];
}

export interface RoleReport<Role extends string = string> {
  role: Role;
  /** Column that was chosen, or that the options name though it is not there. */
  column?: string;
  found: boolean;
  required: boolean;
}

export interface MappedFields<Role extends string = string> {
  frame?: DataFrame;
  fields: Partial<Record<Role, Field>>;
  report: RoleReport<Role>[];
  /** Required roles that no column plays. */
  missing: Role[];
}

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const tail = (name: string): string => plain(name.slice(name.lastIndexOf('.') + 1));

function findField(frame: DataFrame, spec: FieldRole, chosen: string | undefined): Field | undefined {
  if (chosen) {
    return frame.fields.find((field) => field.name === chosen || field.config.displayName === chosen);
  }
  const fits = frame.fields.filter((field) => !spec.types || spec.types.includes(field.type));
  for (const matches of [plain, tail]) {
    for (const name of spec.names) {
      const field = fits.find((candidate) =>
        [candidate.name, candidate.config.displayName ?? ''].some((own) => matches(own) === plain(name))
      );
      if (field) {
        return field;
      }
    }
  }
  return undefined;
}

function mapFrame<Role extends string>(
  frame: DataFrame | undefined,
  roles: readonly FieldRole<Role>[],
  chosen: Partial<Record<Role, string>>
): MappedFields<Role> {
  const fields: Partial<Record<Role, Field>> = {};
  const report = roles.map((spec): RoleReport<Role> => {
    const field = frame && findField(frame, spec, chosen[spec.role]);
    if (field) {
      fields[spec.role] = field;
    }
    return {
      role: spec.role,
      column: field?.name ?? chosen[spec.role],
      found: field !== undefined,
      required: spec.required ?? false,
    };
  });
  return { frame, fields, report, missing: report.filter((row) => row.required && !row.found).map((row) => row.role) };
}

/**
 * Finds the frame and the columns that play the roles: those chosen in the panel's options, else by name and type.
 * Of several frames the one that plays most required roles wins, then most roles. Frames are not changed.
 */
export function mapFields<Role extends string>(
  frames: readonly DataFrame[],
  roles: readonly FieldRole<Role>[],
  chosen: Partial<Record<Role, string>> = {}
): MappedFields<Role> {
  const found = (mapped: MappedFields<Role>): number => mapped.report.filter((row) => row.found).length;
  return frames
    .map((frame) => mapFrame(frame, roles, chosen))
    .reduce<MappedFields<Role>>(
      (best, mapped) =>
        best.frame === undefined ||
        mapped.missing.length < best.missing.length ||
        (mapped.missing.length === best.missing.length && found(mapped) > found(best))
          ? mapped
          : best,
      mapFrame(undefined, roles, chosen)
    );
}
