import { Button, Dropdown, Menu } from '@grafana/ui';
import type { LabelEntry } from '@spendscope/contracts';
import type { JSX } from 'react';
import { VerdictBadge } from '../../feedback/VerdictBadge';
import { verdictLooks, verdictMeaning, verdictWords, verdicts } from '../../feedback/labelWords';
import type { LabelAct } from '../../feedback/useFeedback';
import { t } from '../../i18n/t';

interface LabelCellProps {
  /** Of everybody, newest first. */
  labels: readonly LabelEntry[];
  may: boolean;
  /** Of the caller. */
  login?: string;
  customer: string;
  onAct: (act: LabelAct) => void;
  /** The menu is open, or closed again. */
  onMenu: (open: boolean) => void;
}

/** The newest verdict, and the menu that gives one. Out of the tab order: the grid’s keys lead to it. */
export function LabelCell({ labels, may, login, customer, onAct, onMenu }: LabelCellProps): JSX.Element {
  const newest = labels[0];
  const badge = newest && (
    <span title={labels.map(({ label }) => `${label.by.login}: ${verdictWords(label.label)}`).join('\n')}>
      <VerdictBadge verdict={newest.label.label} />
    </span>
  );
  if (!may) {
    return <>{badge}</>;
  }
  const own = labels.some(({ label }) => label.by.login === login);
  return (
    <>
      {badge}
      <Dropdown
        placement="bottom-end"
        onVisibleChange={onMenu}
        overlay={() => (
          <Menu ariaLabel={t('anomalies.label.menu', 'Label {{customer}}', { customer })}>
            {verdicts.map((verdict) => (
              <Menu.Item
                key={verdict}
                label={verdictWords(verdict)}
                description={verdictMeaning(verdict)}
                icon={verdictLooks[verdict].icon}
                onClick={() => onAct({ kind: 'verdict', verdict })}
              />
            ))}
            {own && (
              <Menu.Item
                label={t('anomalies.label.takeBack', 'Take my label back')}
                icon="corner-up-left"
                onClick={() => onAct({ kind: 'takeBack' })}
              />
            )}
            <Menu.Divider />
            <Menu.Item
              label={t('anomalies.label.suppress', 'Suppress this customer…')}
              icon="eye-slash"
              onClick={() => onAct({ kind: 'suppress' })}
            />
          </Menu>
        )}
      >
        <Button
          size="sm"
          variant="secondary"
          fill={newest ? 'text' : 'solid'}
          icon="angle-down"
          iconPlacement="right"
          tabIndex={-1}
          aria-label={t('anomalies.label.menu', 'Label {{customer}}', { customer })}
        >
          {newest ? undefined : t('anomalies.label.give', 'Label')}
        </Button>
      </Dropdown>
    </>
  );
}
