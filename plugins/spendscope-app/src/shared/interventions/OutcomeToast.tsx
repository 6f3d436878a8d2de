import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, Portal, useStyles2 } from '@grafana/ui';
import { type JSX, useEffect } from 'react';
import { t } from '../i18n/t';

/** How long the shortcut stays; the row keeps its Release for as long as the act is in force. */
const undoForMs = 10_000;

interface OutcomeToastProps {
  message: string;
  /** A failure stays until it is closed, and is read out at once. */
  severity?: 'success' | 'error';
  /** Absent where it cannot be undone from here. */
  onUndo?: () => void;
  onClose: () => void;
}

/** Says that it is done, and offers to undo it. */
export function OutcomeToast({ message, severity = 'success', onUndo, onClose }: OutcomeToastProps): JSX.Element {
  const styles = useStyles2(getStyles);
  useEffect(() => {
    if (severity === 'error') {
      return undefined;
    }
    const timer = setTimeout(onClose, undoForMs);
    return () => clearTimeout(timer);
  }, [message, severity, onClose]);
  return (
    <Portal>
      <div className={styles.toast} role={severity === 'error' ? 'alert' : 'status'}>
        <Alert elevated severity={severity} title={message} onRemove={onClose}>
          {onUndo && (
            <Button size="sm" variant="secondary" icon="corner-up-left" onClick={onUndo}>
              {t('interventions.undo', 'Undo')}
            </Button>
          )}
        </Alert>
      </div>
    </Portal>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'toast', string> => ({
  toast: css({
    position: 'fixed',
    right: theme.spacing(2),
    bottom: theme.spacing(2),
    width: 400,
    maxWidth: `calc(100vw - ${theme.spacing(4)})`,
    zIndex: theme.zIndex.portal,
  }),
});
