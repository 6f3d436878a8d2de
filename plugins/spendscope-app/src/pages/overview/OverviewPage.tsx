import { css } from '@emotion/css';
import { type GrafanaTheme2, dateTimeFormat } from '@grafana/data';
import { PluginPage } from '@grafana/runtime';
import { Button, useStyles2 } from '@grafana/ui';
import { type JSX, useCallback, useState } from 'react';
import { spendscopeApi } from '../../shared/api/spendscopeApi';
import { usePolling } from '../../shared/api/usePolling';
import { t } from '../../shared/i18n/t';
import { PanelState } from '../../shared/state/PanelState';
import { testIds } from '../../shared/testIds';
import { Section } from '../Section';
import { statusOf } from '../statusOf';
import { HealthTable } from './HealthTable';
import { LastRuns } from './LastRuns';
import { NeedsNow } from './NeedsNow';
import { TodayFigures } from './TodayFigures';
import { WhereToStart } from './WhereToStart';
import { useOverview } from './useOverview';

const healthEveryMs = 60_000;

/** What needs me now, how today goes, what is healthy, where to start. */
export function OverviewPage(): JSX.Element {
  const styles = useStyles2(getStyles);
  const overview = useOverview();
  const health = usePolling(spendscopeApi.health, { intervalMs: healthEveryMs });
  const [testing, setTesting] = useState(false);
  const { refresh: refreshHealth } = health;
  const { refresh: refreshOverview } = overview;
  const checkEverything = useCallback(async (): Promise<void> => {
    setTesting(true);
    await Promise.all([refreshHealth(), refreshOverview()]);
    setTesting(false);
  }, [refreshHealth, refreshOverview]);

  return (
    <PluginPage
      subTitle={t('overview.subtitle', 'What waits for you, how today goes, and whether everything behind it works.')}
      actions={
        <>
          {health.value && (
            <span className={styles.quiet}>
              {t('overview.checkedAt', 'Checked {{time}}', {
                time: dateTimeFormat(health.value.checkedAt, { format: 'HH:mm:ss' }),
              })}
            </span>
          )}
          <Button variant="secondary" icon="sync" disabled={testing} onClick={() => void checkEverything()}>
            {t('overview.checkAll', 'Check everything now')}
          </Button>
        </>
      }
    >
      <div data-testid={testIds.overview.root}>
        <PanelState status={statusOf(overview)}>
          {overview.value && (
            <>
              <Section title={t('overview.title.needs', 'What needs me now?')}>
                <NeedsNow data={overview.value} />
              </Section>
              <Section
                title={
                  overview.value.span.kind === 'live'
                    ? t('overview.title.today', 'How does today go?')
                    : t('overview.title.data', 'What is in the data?')
                }
              >
                <TodayFigures data={overview.value} />
              </Section>
            </>
          )}
        </PanelState>
        <div className={styles.columns}>
          <Section boxed title={t('overview.title.healthy', 'Is everything healthy?')}>
            <PanelState status={statusOf(health)}>
              {health.value && (
                <HealthTable checks={health.value.checks} testing={testing} onTest={() => void checkEverything()} />
              )}
            </PanelState>
          </Section>
          <div>
            <Section boxed title={t('overview.title.start', 'Where do I start?')}>
              <WhereToStart />
            </Section>
            <Section boxed title={t('overview.title.runs', 'Did the last runs work?')}>
              <PanelState status={statusOf(overview)}>
                {overview.value && <LastRuns runs={overview.value.runs.items} />}
              </PanelState>
            </Section>
          </div>
        </div>
      </div>
    </PluginPage>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'columns' | 'quiet', string> => ({
  columns: css({
    display: 'grid',
    gap: theme.spacing(2),
    alignItems: 'start',
    gridTemplateColumns: 'minmax(0, 1fr)',
    [theme.breakpoints.up('lg')]: { gridTemplateColumns: 'minmax(0, 2fr) minmax(280px, 1fr)' },
  }),
  quiet: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
