import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, ClipboardButton, Icon, type IconName, useStyles2 } from '@grafana/ui';
import type { HealthCheck } from '@spendscope/contracts';
import type { JSX } from 'react';
import { t } from '../../shared/i18n/t';

interface HealthTableProps {
  checks: readonly HealthCheck[];
  testing: boolean;
  onTest: () => void;
}

const worstFirst: HealthCheck['status'][] = ['down', 'warn', 'ok'];
const icons: Record<HealthCheck['status'], IconName> = {
  ok: 'check-circle',
  warn: 'exclamation-triangle',
  down: 'times-circle',
};

function statusWord(status: HealthCheck['status']): string {
  const words: Record<HealthCheck['status'], string> = {
    ok: t('overview.health.ok', 'fine'),
    warn: t('overview.health.warn', 'to fix'),
    down: t('overview.health.down', 'down'),
  };
  return words[status];
}

const took = (ms: number): string =>
  ms < 1000
    ? t('overview.health.ms', '{{ms}} ms', { ms })
    : t('overview.health.s', '{{s}} s', { s: (ms / 1000).toFixed(1) });

/** What was seen of each part, faults first with their fix beneath. */
export function HealthTable({ checks, testing, onTest }: HealthTableProps): JSX.Element {
  const styles = useStyles2(getStyles);
  const sorted = [...checks].sort((left, right) => worstFirst.indexOf(left.status) - worstFirst.indexOf(right.status));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('overview.health.part', 'Part')}</th>
          <th scope="col">{t('overview.health.seen', 'What we saw')}</th>
          <th scope="col" className={styles.right}>
            {t('overview.health.took', 'Took')}
          </th>
          <th scope="col">
            <span className="sr-only">{t('overview.health.test', 'Test')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {sorted.map(({ id, name, status, seen, fix, tookMs }) => (
          <tr key={id}>
            <th scope="row" className={styles.part}>
              <Icon name={icons[status]} className={styles[status]} title={statusWord(status)} /> {name}
            </th>
            <td>
              <span className={status === 'ok' ? styles.quiet : undefined}>{seen}</span>
              {fix && status !== 'ok' && (
                <div className={styles.fix}>
                  <strong>{t('overview.health.fix', 'Fix:')}</strong> {fix}{' '}
                  <ClipboardButton
                    size="sm"
                    fill="text"
                    icon="copy"
                    getText={() => fix}
                    aria-label={t('overview.health.copy', 'Copy the fix')}
                  />
                </div>
              )}
            </td>
            <td className={styles.right}>{took(tookMs)}</td>
            <td className={styles.right}>
              <Button
                size="sm"
                variant="secondary"
                disabled={testing}
                onClick={onTest}
                aria-label={t('overview.health.testPart', 'Test {{part}}', { part: name })}
              >
                {t('overview.health.test', 'Test')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type StyleName = 'table' | 'right' | 'part' | 'quiet' | 'fix' | 'ok' | 'warn' | 'down';

const getStyles = (theme: GrafanaTheme2): Record<StyleName, string> => ({
  table: css({
    width: '100%',
    borderCollapse: 'collapse',
    '& th, & td': {
      padding: theme.spacing(1),
      textAlign: 'left',
      borderBottom: `1px solid ${theme.colors.border.weak}`,
    },
    '& thead th': {
      color: theme.colors.text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
      fontWeight: theme.typography.fontWeightRegular,
    },
    '& tbody tr:last-child > *': { borderBottom: 'none' },
  }),
  right: css({ '&&': { textAlign: 'right' }, whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }),
  part: css({ whiteSpace: 'nowrap', fontWeight: theme.typography.fontWeightMedium }),
  quiet: css({ color: theme.colors.text.secondary }),
  fix: css({ fontSize: theme.typography.bodySmall.fontSize, color: theme.colors.text.secondary }),
  ok: css({ color: theme.colors.success.text }),
  warn: css({ color: theme.colors.warning.text }),
  down: css({ color: theme.colors.error.text }),
});
