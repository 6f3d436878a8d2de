import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, type IconName, useStyles2 } from '@grafana/ui';
import {
  type ActionName,
  type Policy,
  type PolicyAct,
  type PolicyVerdicts,
  actionNames,
  policyActNames,
} from '@spendscope/contracts';
import type { JSX } from 'react';
import { t } from '../../shared/i18n/t';
import { PlainTable } from '../PlainTable';
import { auditActionWords } from '../audit/auditWords';
import { type Principal, cellOf, principalsOf } from './policyMatrix';
import { actWords, outcomeWords, principalWords } from './policyWords';

type Effect = PolicyVerdicts['verdicts'][number]['effect'];

const icons: Record<Effect, IconName> = { allow: 'check-circle', needs_approval: 'users-alt', deny: 'ban' };

/** Who may ask for which action, for how long, and where a second person has to agree. */
export function PolicyMatrix({ policy }: { policy: Policy }): JSX.Element {
  return (
    <PlainTable
      label={t('policy.matrix.label', 'Who may ask for what')}
      rows={principalsOf(policy)}
      keyOf={({ role, login = '' }) => `${role} ${login}`}
      columns={[
        {
          key: 'who',
          label: t('policy.matrix.who', 'Who'),
          cell: principalWords,
        },
        ...actionNames.map((action) => ({
          key: action,
          label: auditActionWords({ action, result: '' }),
          wraps: true,
          cell: (principal: Principal) => (
            <MatrixCell policy={policy} principal={principal} act="request" action={action} />
          ),
        })),
      ]}
    />
  );
}

/** Who may do everything else. */
export function ActMatrix({ policy }: { policy: Policy }): JSX.Element {
  return (
    <PlainTable
      label={t('policy.acts.label', 'Who may do everything else')}
      rows={policyActNames.filter((act) => act !== 'request')}
      keyOf={(act) => act}
      columns={[
        { key: 'act', label: t('policy.acts.act', 'Act'), cell: actWords },
        ...principalsOf(policy).map((principal) => ({
          key: `${principal.role} ${principal.login ?? ''}`,
          label: principalWords(principal),
          wraps: true,
          cell: (act: PolicyAct) => <MatrixCell policy={policy} principal={principal} act={act} />,
        })),
      ]}
    />
  );
}

interface MatrixCellProps {
  policy: Policy;
  principal: Principal;
  act: PolicyAct;
  action?: ActionName;
}

function MatrixCell({ policy, principal, act, action }: MatrixCellProps): JSX.Element {
  const styles = useStyles2(getStyles);
  const { outcomes, elseDenied, missing, byRight } = cellOf(policy, principal, act, action);
  return (
    <ul className={styles.list}>
      {outcomes.map((outcome) => (
        <li key={outcome.rule}>
          <Icon name={icons[outcome.effect]} className={styles[outcome.effect]} /> {outcomeWords(outcome)}{' '}
          <span className={styles.rule}>{t('policy.matrix.rule', 'rule {{rule}}', { rule: outcome.rule + 1 })}</span>
        </li>
      ))}
      {byRight && (
        <li>
          <Icon name={icons.allow} className={styles.allow} /> {t('policy.acts.byRight', 'allowed by the right alone')}
        </li>
      )}
      {elseDenied && (
        <li>
          <Icon name={icons.deny} className={styles.deny} />{' '}
          {missing
            ? t('policy.matrix.noRight', 'denied: the role lacks {{right}}', { right: missing })
            : outcomes.length > 0
              ? t('policy.matrix.else', 'else denied')
              : t('policy.matrix.default', 'denied: no rule speaks for it')}
        </li>
      )}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'list' | 'rule' | Effect, string> => ({
  list: css({ listStyle: 'none', margin: 0 }),
  rule: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  allow: css({ color: theme.colors.success.text }),
  needs_approval: css({ color: theme.colors.warning.text }),
  deny: css({ color: theme.colors.error.text }),
});
