import type { AppPluginMeta, PluginConfigPageProps } from '@grafana/data';
import { isFetchError, locationService } from '@grafana/runtime';
import { Alert, Button, Field, FieldSet, Input, SecretInput, Stack } from '@grafana/ui';
import type { HealthReport } from '@spendscope/contracts';
import { type JSX, useState } from 'react';
import { spendscopeApi } from '../../shared/api/spendscopeApi';
import { t } from '../../shared/i18n/t';
import { testIds } from '../../shared/testIds';
import { apiUrlFault, saveSettings } from './saveSettings';

export interface SpendscopeSettings {
  apiUrl?: string;
}

type Outcome = { kind: 'saved' } | { kind: 'tested'; report: HealthReport } | { kind: 'failed'; message: string };

/** What Grafana says of a refused save, or the error's own sentence. */
const messageOf = (cause: unknown): string =>
  isFetchError<{ message?: string }>(cause)
    ? (cause.data.message ?? cause.statusText ?? String(cause.status))
    : cause instanceof Error
      ? cause.message
      : String(cause);

/** Where the API is, its token (written, never shown again), and whether both work. */
export function ConfigurationPage({ plugin }: PluginConfigPageProps<AppPluginMeta<SpendscopeSettings>>): JSX.Element {
  const { enabled, pinned, jsonData, secureJsonFields } = plugin.meta;
  const [apiUrl, setApiUrl] = useState(jsonData?.apiUrl ?? '');
  const [token, setToken] = useState('');
  const [tokenSet, setTokenSet] = useState(Boolean(secureJsonFields?.apiToken));
  const [outcome, setOutcome] = useState<Outcome>();
  const [busy, setBusy] = useState(false);
  const fault = apiUrl ? apiUrlFault(apiUrl) : undefined;

  const during = async (work: () => Promise<Outcome>): Promise<void> => {
    setBusy(true);
    setOutcome(undefined);
    try {
      setOutcome(await work());
    } catch (cause) {
      setOutcome({ kind: 'failed', message: messageOf(cause) });
    }
    setBusy(false);
  };
  const save = (): Promise<void> =>
    during(async () => {
      await saveSettings({ enabled, pinned, apiUrl, token: token || undefined });
      setTokenSet(tokenSet || token !== '');
      setToken('');
      return { kind: 'saved' };
    });
  const test = (): Promise<void> => during(async () => ({ kind: 'tested', report: await spendscopeApi.health() }));

  return (
    <div data-testid={testIds.configuration.root}>
      <FieldSet label={t('configuration.title', 'Connection to the Spendscope API')}>
        <Field
          label={t('configuration.apiUrl', 'API address')}
          description={t('configuration.apiUrlHint', 'As Grafana’s server reaches it, not the browser')}
          invalid={fault !== undefined}
          error={fault}
          htmlFor="spendscope-api-url"
        >
          <Input
            id="spendscope-api-url"
            width={60}
            value={apiUrl}
            placeholder="http://localhost:4000"
            onChange={(event) => setApiUrl(event.currentTarget.value.trim())}
          />
        </Field>
        <Field
          label={t('configuration.token', 'API token')}
          description={t(
            'configuration.tokenHint',
            'Stored encrypted, sent by Grafana’s server only, never shown again'
          )}
          htmlFor="spendscope-api-token"
        >
          <SecretInput
            id="spendscope-api-token"
            width={60}
            isConfigured={tokenSet}
            value={token}
            onReset={() => {
              setTokenSet(false);
              setToken('');
            }}
            onChange={(event) => setToken(event.currentTarget.value)}
          />
        </Field>
        <Stack direction="row" gap={1}>
          <Button disabled={busy || !apiUrl || fault !== undefined || !(tokenSet || token)} onClick={() => void save()}>
            {t('configuration.save', 'Save')}
          </Button>
          <Button variant="secondary" icon="plug" disabled={busy || !enabled} onClick={() => void test()}>
            {t('configuration.test', 'Test connection')}
          </Button>
          {!enabled && (
            <Button
              variant="secondary"
              disabled={busy}
              onClick={() =>
                void during(async () => {
                  await saveSettings({ enabled: true, pinned: true, apiUrl });
                  locationService.reload();
                  return { kind: 'saved' };
                })
              }
            >
              {t('configuration.enable', 'Enable the app')}
            </Button>
          )}
        </Stack>
      </FieldSet>
      {outcome && <OutcomeAlert outcome={outcome} />}
    </div>
  );
}

function OutcomeAlert({ outcome }: { outcome: Outcome }): JSX.Element {
  if (outcome.kind === 'failed') {
    return (
      <Alert severity="error" title={t('configuration.failed', 'It did not work')}>
        {outcome.message}
      </Alert>
    );
  }
  if (outcome.kind === 'saved') {
    return <Alert severity="success" title={t('configuration.saved', 'Saved. Test the connection to be sure.')} />;
  }
  const faults = outcome.report.checks.filter(({ status }) => status !== 'ok');
  return (
    <Alert
      severity={faults.length > 0 ? 'warning' : 'success'}
      title={t('configuration.reached', 'The API answers, version {{version}}', { version: outcome.report.version })}
    >
      {faults.length > 0 && (
        <ul>
          {faults.map(({ id, name, seen, fix }) => (
            <li key={id}>
              {name}: {seen} {fix}
            </li>
          ))}
        </ul>
      )}
    </Alert>
  );
}
