import { Button, Icon, useStyles2 } from '@grafana/ui';
import { type JSX, useState } from 'react';
import { t } from '../i18n/t';
import { testIds } from '../testIds';
import { getPanelStateStyles } from './panelState.styles';
import type { ErrorDetails } from './panelState.types';

interface ErrorStateProps {
  title: string;
  hint: string;
  details?: ErrorDetails;
  onRetry?: () => void;
}

const lines = ({ status, requestId, message }: ErrorDetails): string =>
  [
    status !== undefined && `${t('shared.state.status', 'status')} ${status}`,
    requestId && `${t('shared.state.request', 'request')} ${requestId}`,
    message,
  ]
    .filter(Boolean)
    .join('\n');

export function ErrorState({ title, hint, details, onRetry }: ErrorStateProps): JSX.Element {
  const styles = useStyles2(getPanelStateStyles);
  const [open, setOpen] = useState(false);
  const text = details ? lines(details) : '';
  return (
    <div className={styles.message} role="alert">
      <Icon name="exclamation-circle" size="xxl" className={styles.errorIcon} />
      <h3>{title}</h3>
      <p>{hint}</p>
      <div className={styles.actions}>
        {onRetry && (
          <Button size="sm" variant="secondary" icon="sync" onClick={onRetry}>
            {t('shared.state.retry', 'Try again')}
          </Button>
        )}
        {text && (
          <Button
            size="sm"
            variant="secondary"
            fill="text"
            icon={open ? 'angle-up' : 'angle-down'}
            iconPlacement="right"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {open ? t('shared.state.hideDetails', 'Hide details') : t('shared.state.showDetails', 'Show details')}
          </Button>
        )}
      </div>
      {open && (
        <pre className={styles.details} data-testid={testIds.panelState.details}>
          {text}
        </pre>
      )}
    </div>
  );
}
