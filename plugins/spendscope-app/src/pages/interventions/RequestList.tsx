import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Badge, useStyles2 } from '@grafana/ui';
import { type Intervention, approvalHours } from '@spendscope/contracts';
import type { JSX } from 'react';
import { formatDurationShort } from '../../shared/format/formatDurationWords';
import { t } from '../../shared/i18n/t';
import { reasonCodeLabel } from '../../shared/interventions/actionTexts';
import type { CallerActions } from '../../shared/interventions/useActions';
import { getPageStyles } from '../page.styles';
import { requestTitle, timeLeft } from './interventionWords';

interface RequestListProps {
  items: readonly Intervention[];
  /** Of the caller. */
  login?: string;
  chosen?: string;
  /** ms since 1970. */
  now: number;
  actions: CallerActions;
  language: string;
  onChoose: (id: string) => void;
}

const endOf = ({ requested_at: asked }: Intervention): number => Date.parse(asked) + approvalHours * 3_600_000;

/** Requests of others first, one’s own apart. */
export function RequestList(props: RequestListProps): JSX.Element {
  const { items, login, actions } = props;
  const styles = useStyles2(getPageStyles);
  const own = items.filter(({ requested_by: by }) => by.login === login);
  const others = items.filter(({ requested_by: by }) => by.login !== login);
  return (
    <div>
      <Group
        {...props}
        items={others}
        title={
          actions.may('interventions:approve')
            ? t('interventionsPage.youDecide', 'You can decide · {{count, number}}', { count: others.length })
            : t('interventionsPage.othersAsked', 'Others asked · {{count, number}}', { count: others.length })
        }
      />
      <Group
        {...props}
        items={own}
        title={t('interventionsPage.youAsked', 'You asked · {{count, number}}', { count: own.length })}
      />
      <p className={styles.quiet}>
        {t('interventionsPage.expires', 'A request nobody answers within {{time}} expires, and nothing is done.', {
          time: formatDurationShort(approvalHours * 3_600),
        })}
      </p>
    </div>
  );
}

function Group({
  title,
  items,
  chosen,
  now,
  actions,
  language,
  onChoose,
}: RequestListProps & { title: string }): JSX.Element | null {
  const page = useStyles2(getPageStyles);
  const styles = useStyles2(getStyles);
  if (items.length === 0) {
    return null;
  }
  return (
    <>
      <h2 className={styles.title}>{title}</h2>
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              className={cx(styles.card, item.id === chosen && styles.chosen)}
              aria-pressed={item.id === chosen}
              onClick={() => onChoose(item.id)}
            >
              <span className={styles.line}>
                <strong>{requestTitle(item, actions.value?.actions ?? [], language)}</strong>
                <Badge color="orange" icon="hourglass" text={timeLeft(endOf(item), now)} />
              </span>
              <span className={styles.line}>
                <code className={page.mono}>{item.target.id}</code>
                <span className={page.quiet}>
                  {t('interventionsPage.askedAgo', '{{login}}, {{time}} ago', {
                    login: item.requested_by.login,
                    time: formatDurationShort((now - Date.parse(item.requested_at)) / 1_000),
                  })}
                </span>
              </span>
              <span className={page.quiet}>
                {reasonCodeLabel(item.reason_code)}
                {item.evidence &&
                  ` · ${t('interventionsPage.score', 'score {{score}}', { score: item.evidence.score.toFixed(2) })}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'title' | 'list' | 'card' | 'chosen' | 'line', string> => ({
  title: css({
    margin: theme.spacing(0, 0, 1),
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.secondary,
  }),
  list: css({ listStyle: 'none', margin: theme.spacing(0, 0, 2), display: 'grid', gap: theme.spacing(1) }),
  card: css({
    width: '100%',
    display: 'grid',
    gap: theme.spacing(0.5),
    textAlign: 'left',
    color: theme.colors.text.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.primary,
    padding: theme.spacing(1.5),
    '&:hover': { background: theme.colors.action.hover },
  }),
  chosen: css({ borderColor: theme.colors.primary.border, background: theme.colors.action.selected }),
  line: css({ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: theme.spacing(0.5, 1) }),
});
