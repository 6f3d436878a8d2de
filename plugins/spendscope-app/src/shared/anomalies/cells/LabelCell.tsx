import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Dropdown, Icon, Menu, useStyles2 } from '@grafana/ui';
import type { LabelEntry } from '@spendscope/contracts';
import type { JSX } from 'react';
import { type Verdict, verdictLooks, verdictMeaning, verdictWords, verdicts } from '../../feedback/labelWords';
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

/** The newest verdict as an icon with its words, and the menu that gives one. Out of the tab order, as all of a row. */
export function LabelCell({ labels, may, login, customer, onAct, onMenu }: LabelCellProps): JSX.Element | null {
  const styles = useStyles2(getStyles);
  const newest = labels[0]?.label.label;
  const said = labels.map(({ label }) => `${label.by.login}: ${verdictWords(label.label)}`).join('\n');
  if (!may) {
    return newest ? (
      <span role="img" aria-label={verdictWords(newest)} title={said}>
        <Icon name={verdictLooks[newest].icon} className={styles[newest]} />
      </span>
    ) : null;
  }
  const own = labels.some(({ label }) => label.by.login === login);
  return (
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
        tabIndex={-1}
        icon={newest ? verdictLooks[newest].icon : 'tag-alt'}
        className={newest && styles[newest]}
        title={said || undefined}
        aria-label={
          newest
            ? t('anomalies.label.given', 'Label {{customer}}: {{verdict}}', { customer, verdict: verdictWords(newest) })
            : t('anomalies.label.menu', 'Label {{customer}}', { customer })
        }
      />
    </Dropdown>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<Verdict, string> => ({
  true_positive: css({ '&, & svg': { color: theme.colors.error.text } }),
  false_positive: css({ '&, & svg': { color: theme.colors.success.text } }),
  unsure: css({ '&, & svg': { color: theme.colors.text.secondary } }),
});
