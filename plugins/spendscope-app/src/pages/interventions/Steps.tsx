import { css, cx } from '@emotion/css';
import { type GrafanaTheme2, dateTimeFormat } from '@grafana/data';
import { Icon, type IconName, useStyles2 } from '@grafana/ui';
import { type Intervention, approvalHours } from '@spendscope/contracts';
import type { JSX } from 'react';
import { t } from '../../shared/i18n/t';
import { stateWords } from '../../shared/interventions/actionTexts';

type Kind = 'done' | 'now' | 'refused' | 'ahead';

interface Step {
  kind: Kind;
  label: string;
  note: string;
}

const icons: Record<Kind, IconName> = {
  done: 'check-circle',
  now: 'hourglass',
  refused: 'times-circle',
  ahead: 'circle',
};

const at = (instant: string): string => dateTimeFormat(instant, { format: 'MM-DD HH:mm' });
const byAt = (login: string, instant?: string): string => [login, instant && at(instant)].filter(Boolean).join(', ');

function decision(intervention: Intervention): Step[] {
  const { state, decided_by: by, decided_at: when, requested_at: asked } = intervention;
  if (state === 'pending_approval') {
    const ends = new Date(Date.parse(asked) + approvalHours * 3_600_000).toISOString();
    return [
      {
        kind: 'now',
        label: stateWords(state),
        note: t('interventionsPage.step.until', 'until {{time}}', { time: at(ends) }),
      },
    ];
  }
  const refused = state === 'rejected' || state === 'cancelled';
  if (!by && !refused) {
    return [];
  }
  return [
    {
      kind: refused ? 'refused' : 'done',
      label: refused ? stateWords(state) : t('interventionsPage.step.approved', 'approved'),
      note: by ? byAt(by.login, when) : '',
    },
  ];
}

function rest(intervention: Intervention): Step[] {
  const { state, expires_at: ends, released_by: by, released_at: when, updated_at: changed, failure } = intervention;
  const inForce = stateWords('active');
  const end = ends ? at(ends) : t('interventionsPage.step.noEnd', 'until released');
  switch (state) {
    case 'rejected':
    case 'cancelled':
      return [];
    case 'active':
      return [
        { kind: 'now', label: inForce, note: t('interventionsPage.step.ends', 'ends: {{end}}', { end }) },
        { kind: 'ahead', label: stateWords('released'), note: '' },
      ];
    case 'released':
      return [
        { kind: 'done', label: inForce, note: '' },
        { kind: 'done', label: stateWords('released'), note: by ? byAt(by.login, when) : at(changed) },
      ];
    case 'expired':
    case 'denied':
    case 'failed':
    case 'unknown':
      return [{ kind: 'refused', label: stateWords(state), note: failure ?? at(changed) }];
    case 'pending_approval':
    case 'requested':
      return [
        { kind: 'ahead', label: inForce, note: '' },
        { kind: 'ahead', label: stateWords('released'), note: '' },
      ];
    default:
      return [{ kind: 'now', label: stateWords(state), note: at(changed) }];
  }
}

/** From the request to its end: what is done, where it stands, what comes. */
export function Steps({ intervention }: { intervention: Intervention }): JSX.Element {
  const styles = useStyles2(getStyles);
  const { requested_by: by, requested_at: asked } = intervention;
  const steps: Step[] = [
    { kind: 'done', label: t('interventionsPage.step.asked', 'asked for'), note: byAt(by.login, asked) },
    ...decision(intervention),
    ...rest(intervention),
  ];
  return (
    <ol className={styles.steps} aria-label={t('interventionsPage.step.label', 'Steps')}>
      {steps.map(({ kind, label, note }) => (
        <li
          key={label}
          className={cx(kind === 'ahead' && styles.ahead)}
          aria-current={kind === 'now' ? 'step' : undefined}
        >
          <Icon name={icons[kind]} className={styles[kind]} />
          <span>{label}</span>
          <span className={styles.note}>{note}</span>
        </li>
      ))}
    </ol>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'steps' | 'note' | Kind, string> => ({
  steps: css({
    listStyle: 'none',
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))',
    gap: theme.spacing(1),
    margin: theme.spacing(1.5, 0, 2),
    '& li': { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: theme.spacing(0.25) },
  }),
  note: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  done: css({ color: theme.colors.success.text }),
  now: css({ color: theme.colors.warning.text }),
  refused: css({ color: theme.colors.error.text }),
  ahead: css({ color: theme.colors.text.secondary }),
});
