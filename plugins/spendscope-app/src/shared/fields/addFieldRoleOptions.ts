import type { PanelOptionsEditorBuilder } from '@grafana/data';
import { t } from '../i18n/t';
import type { FieldRole } from './mapFields';

/** Options of a panel that lets the user choose columns by role, under `fields.ROLE`. */
export interface FieldChoices<Role extends string = string> {
  fields?: Partial<Record<Role, string>>;
}

/** Adds one column picker per role to the panel's options; empty means found by name. */
export function addFieldRoleOptions<Options extends FieldChoices>(
  builder: PanelOptionsEditorBuilder<Options>,
  roles: readonly FieldRole[],
  label: (role: string) => string
): void {
  for (const { role, types } of roles) {
    builder.addFieldNamePicker({
      path: `fields.${role}`,
      name: label(role),
      category: [t('shared.fields.category', 'Fields')],
      settings: {
        placeholderText: t('shared.fields.auto', 'Found by name'),
        filter: types ? (field) => types.includes(field.type) : undefined,
      },
    });
  }
}
