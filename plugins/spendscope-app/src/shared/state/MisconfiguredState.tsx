import { Badge, useStyles2 } from '@grafana/ui';
import type { JSX } from 'react';
import type { RoleReport } from '../fields/mapFields';
import { t } from '../i18n/t';
import { GreyBadge } from './GreyBadge';
import { StateActions } from './StateActions';
import { getPanelStateStyles } from './panelState.styles';
import type { StateAction } from './panelState.types';

interface MisconfiguredStateProps {
  title: string;
  report: RoleReport[];
  /** The role in the user's words. */
  label: (role: string) => string;
  actions?: StateAction[];
}

function RoleVerdict({ row }: { row: RoleReport }): JSX.Element {
  if (row.found) {
    return <Badge color="green" icon="check" text={t('shared.fields.found', 'found')} />;
  }
  return row.required ? (
    <Badge color="red" icon="times" text={t('shared.fields.missing', 'missing')} />
  ) : (
    <GreyBadge text={t('shared.fields.optional', 'not needed')} />
  );
}

/** Which role found which column, so that the user sees what to map. */
export function MisconfiguredState({ title, report, label, actions }: MisconfiguredStateProps): JSX.Element {
  const styles = useStyles2(getPanelStateStyles);
  return (
    <div className={styles.message} role="alert">
      <h3>{title}</h3>
      <p>{t('shared.fields.hint', 'Choose the columns in the panel’s options, or change the query.')}</p>
      <table className={styles.roles}>
        <thead>
          <tr>
            <th scope="col">{t('shared.fields.role', 'Role')}</th>
            <th scope="col">{t('shared.fields.column', 'Column')}</th>
            <th scope="col">
              <span className="sr-only">{t('shared.fields.verdict', 'Found or missing')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {report.map((row) => (
            <tr key={row.role}>
              <td>{label(row.role)}</td>
              <td>{row.column ?? t('shared.fields.none', 'none found')}</td>
              <td>
                <RoleVerdict row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <StateActions actions={actions} />
    </div>
  );
}
