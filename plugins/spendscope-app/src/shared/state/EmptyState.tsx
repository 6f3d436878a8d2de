import { Icon, useStyles2 } from '@grafana/ui';
import type { JSX } from 'react';
import { StateActions } from './StateActions';
import { getPanelStateStyles } from './panelState.styles';
import type { StateAction } from './panelState.types';

interface EmptyStateProps {
  title: string;
  reason: string;
  actions?: StateAction[];
}

export function EmptyState({ title, reason, actions }: EmptyStateProps): JSX.Element {
  const styles = useStyles2(getPanelStateStyles);
  return (
    <div className={styles.message} role="status">
      <Icon name="filter" size="xxl" className={styles.icon} />
      <h3>{title}</h3>
      <p>{reason}</p>
      <StateActions actions={actions} />
    </div>
  );
}
