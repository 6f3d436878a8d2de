import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, Badge, type BadgeColor, Button, type IconName, useStyles2 } from '@grafana/ui';
import type { ControlState, InterventionMode } from '@spendscope/contracts';
import { type JSX, useState } from 'react';
import type { Polled } from '../../shared/api/usePolling';
import { t } from '../../shared/i18n/t';
import { testIds } from '../../shared/testIds';
import { getPageStyles } from '../page.styles';
import { BrakeDialog } from './BrakeDialog';
import { ModeDialog } from './ModeDialog';
import { ModeProposal } from './ModeProposal';
import { modeEffect, modeWords } from './modeWords';

interface ControlsBarProps {
  controls: Polled<ControlState>;
  /** Of the caller. */
  login?: string;
  mayChange: boolean;
  onOutcome: (message: string) => void;
}

const looks: Record<InterventionMode, { color: BadgeColor; icon: IconName }> = {
  enforce: { color: 'green', icon: 'shield' },
  observe: { color: 'orange', icon: 'eye' },
  readonly: { color: 'red', icon: 'lock' },
};

type Open = { kind: 'propose' } | { kind: 'confirm'; mode: InterventionMode; id: string } | { kind: 'brake' };

/** Whether acts are carried out now, and what holds them back. */
export function ControlsBar({ controls, login, mayChange, onOutcome }: ControlsBarProps): JSX.Element {
  const page = useStyles2(getPageStyles);
  const styles = useStyles2(getStyles);
  const [open, setOpen] = useState<Open>();
  const { value: state, error, refresh } = controls;
  const close = (): void => setOpen(undefined);
  const done = (message: string): void => {
    close();
    onOutcome(message);
    void refresh();
  };
  if (!state) {
    return (
      <div className={styles.bar} data-testid={testIds.interventions.controls}>
        <span className={page.quiet} role="status">
          {error
            ? t('controls.unknown', 'Mode and brake could not be read: {{reason}}', { reason: error.message })
            : t('controls.loading', 'Reading mode and brake…')}
        </span>
      </div>
    );
  }
  const { mode, modeSwitch, breaker, breakerSwitch } = state;
  const proposal = modeSwitch?.proposal;
  return (
    <div data-testid={testIds.interventions.controls}>
      <div className={styles.bar}>
        <Badge color={looks[mode].color} icon={looks[mode].icon} text={modeWords(mode)} />
        <span className={page.quiet}>{modeEffect(mode)}</span>
        <Badge
          color={breaker === 'open' ? 'red' : 'green'}
          icon={breaker === 'open' ? 'exclamation-triangle' : 'check'}
          text={breaker === 'open' ? t('controls.brakeOn', 'Brake on') : t('controls.brakeOff', 'Brake off')}
        />
        {mayChange && (
          <Button size="sm" variant="secondary" icon="exchange-alt" onClick={() => setOpen({ kind: 'propose' })}>
            {t('controls.change', 'Change the mode…')}
          </Button>
        )}
      </div>
      {proposal && (
        <ModeProposal
          proposal={proposal}
          own={proposal.by.login === login}
          mayChange={mayChange}
          onConfirm={(mode) => setOpen({ kind: 'confirm', mode, id: proposal.id })}
        />
      )}
      {breaker === 'open' && (
        <Alert severity="error" title={t('controls.brakeTitle', 'The brake is on: every act needs approval')}>
          <p>{breakerSwitch?.reason}</p>
          {mayChange && (
            <Button size="sm" variant="secondary" onClick={() => setOpen({ kind: 'brake' })}>
              {t('controls.release', 'Release the brake…')}
            </Button>
          )}
        </Alert>
      )}
      {open?.kind === 'brake' && <BrakeDialog onDone={done} onDismiss={close} />}
      {(open?.kind === 'propose' || open?.kind === 'confirm') && (
        <ModeDialog
          current={mode}
          confirming={open.kind === 'confirm' ? open : undefined}
          onDone={done}
          onDismiss={close}
        />
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'bar', string> => ({
  bar: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(2),
  }),
});
