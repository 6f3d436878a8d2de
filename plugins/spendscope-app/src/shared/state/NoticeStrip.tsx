import { Button, Icon, type IconName, TextLink, useStyles2 } from '@grafana/ui';
import type { JSX } from 'react';
import { getPanelStateStyles } from './panelState.styles';
import type { PanelNotice } from './panelState.types';

const icons: Record<PanelNotice['kind'], IconName> = {
  partial: 'exclamation-triangle',
  stale: 'history',
  'no-permission': 'lock',
  'read-only': 'exclamation-triangle',
};

export function NoticeStrip({ kind, message, action }: PanelNotice): JSX.Element {
  const styles = useStyles2(getPanelStateStyles);
  return (
    <div className={kind === 'no-permission' ? styles.quietNotice : styles.notice} role="status" data-notice={kind}>
      <Icon name={icons[kind]} />
      <span>{message}</span>
      {action?.href && (
        <TextLink inline href={action.href} variant="bodySmall">
          {action.label}
        </TextLink>
      )}
      {action?.onClick && (
        <Button size="sm" fill="text" variant="primary" onClick={action.onClick}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
