import { css } from '@emotion/css';
import { AppEvents, type GrafanaTheme2 } from '@grafana/data';
import { Alert, type AlertVariant, Portal, useStyles2 } from '@grafana/ui';
import { type ReactElement, useEffect, useState } from 'react';
import { appEvents } from '../services/appEvents';

interface Toast {
  id: number;
  severity: AlertVariant;
  title: string;
  text: string;
}

const kinds = [
  [AppEvents.alertSuccess, 'success'],
  [AppEvents.alertInfo, 'info'],
  [AppEvents.alertWarning, 'warning'],
  [AppEvents.alertError, 'error'],
] as const;

const shownFor = 8000;
let lastId = 0;

const textOf = (part: unknown): string => (part instanceof Error ? part.message : typeof part === 'string' ? part : '');

/** Alerts that plugins publish (`AppEvents`), at the upper right. Errors stay until they are closed. */
export function Toasts(): ReactElement {
  const styles = useStyles2(getStyles);
  const [toasts, setToasts] = useState<Toast[]>([]);
  const remove = (id: number): void => setToasts((current) => current.filter((toast) => toast.id !== id));

  useEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const subscriptions = kinds.map(([event, severity]) => {
      const show = (payload: unknown[] | undefined): void => {
        const [title, text] = [payload ?? []].flat();
        lastId += 1;
        const toast: Toast = { id: lastId, severity, title: textOf(title), text: textOf(text) };
        setToasts((current) => [...current, toast]);
        if (severity !== 'error') {
          timers.add(setTimeout(() => remove(toast.id), shownFor));
        }
      };
      return appEvents
        .getStream({ type: event.name } as never)
        .subscribe((published) => show((published as { payload?: unknown[] }).payload));
    });
    return () => {
      subscriptions.forEach((subscription) => subscription.unsubscribe());
      timers.forEach(clearTimeout);
    };
  }, []);

  return (
    <Portal>
      <div className={styles.stack}>
        {toasts.map((toast) => (
          <Alert
            key={toast.id}
            severity={toast.severity}
            title={toast.title}
            elevated
            onRemove={() => remove(toast.id)}
          >
            {toast.text}
          </Alert>
        ))}
      </div>
    </Portal>
  );
}

const getStyles = (theme: GrafanaTheme2): { stack: string } => ({
  stack: css({
    maxWidth: 'calc(100vw - 32px)',
    position: 'fixed',
    right: theme.spacing(2),
    top: theme.spacing(7),
    width: 400,
    zIndex: theme.zIndex.portal,
  }),
});
