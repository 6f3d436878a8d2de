import { IconButton, useStyles2 } from '@grafana/ui';
import { useEffect, useId, useRef, type JSX, type KeyboardEvent, type ReactNode } from 'react';
import { t } from '../../../shared/i18n/t';
import { getDrawerStyles } from './drawer.styles';

interface SideDrawerProps {
  title: ReactNode;
  /** Takes the plot's place instead of standing beside it. */
  alone: boolean;
  /** To what stood here before; absent at the first. */
  onBack?: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Beside the plot. Takes the focus when it opens, Escape goes back or closes it, and the focus returns to the opener. */
export function SideDrawer({ title, alone, onBack, onClose, children }: SideDrawerProps): JSX.Element {
  const styles = useStyles2(getDrawerStyles);
  const drawer = useRef<HTMLElement>(null);
  const titleId = useId();
  useEffect(() => {
    const opener = document.activeElement;
    drawer.current?.focus();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) {
        opener.focus();
      }
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      (onBack ?? onClose)();
    }
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape is for all that is in it
    <aside
      ref={drawer}
      className={styles.drawer}
      data-alone={alone}
      tabIndex={-1}
      aria-labelledby={titleId}
      onKeyDown={onKeyDown}
    >
      <div className={styles.head}>
        {onBack && <IconButton name="angle-left" tooltip={t('explorer.drawer.back', 'Back')} onClick={onBack} />}
        <h3 id={titleId}>{title}</h3>
        <IconButton name="times" tooltip={t('explorer.drawer.close', 'Close')} onClick={onClose} />
      </div>
      <div className={styles.body}>{children}</div>
    </aside>
  );
}
