import { Button, LinkButton, useStyles2 } from '@grafana/ui';
import type { JSX } from 'react';
import { getPanelStateStyles } from './panelState.styles';
import type { StateAction } from './panelState.types';

/** At most two ways on, the likelier first. */
export function StateActions({ actions }: { actions?: readonly StateAction[] }): JSX.Element | null {
  const styles = useStyles2(getPanelStateStyles);
  if (!actions?.length) {
    return null;
  }
  return (
    <div className={styles.actions}>
      {actions.slice(0, 2).map(({ label, href, onClick }, position) =>
        href ? (
          <LinkButton key={label} size="sm" href={href} variant="secondary" fill={position ? 'outline' : 'solid'}>
            {label}
          </LinkButton>
        ) : (
          <Button key={label} size="sm" onClick={onClick} variant="secondary" fill={position ? 'outline' : 'solid'}>
            {label}
          </Button>
        )
      )}
    </div>
  );
}
