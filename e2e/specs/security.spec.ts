import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type IncomingMessage, get } from 'node:http';
import path from 'node:path';
import type { APIRequestContext, APIResponse } from '@playwright/test';
import { expect, test } from '../fixtures';
import { apiUrl, channel, signedAlert, strangersToken, unsignedToken } from '../stack/forge';
import { target } from '../stack/target';

const proxy = '/api/plugin-proxy/spendscope-insights-app/v1';
const newTarget = (): { type: 'account'; id: string } => ({
  type: 'account',
  id: `C-${randomUUID().slice(0, 13).toUpperCase()}`,
});

/** Asks for a lock with headers of one's own. */
async function lock(
  request: APIRequestContext,
  base: string,
  headers: Record<string, string>,
  change: object = {}
): Promise<APIResponse> {
  return request.post(`${base}/interventions`, {
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID(), ...headers },
    data: { action: 'lock_account', target: newTarget(), reasonCode: 'policy', durationSec: 60, ...change },
  });
}

/** What the audit log says of an actor's latest records, as an admin reads it. */
async function lastRecords(admin: APIRequestContext, question: string): Promise<string[]> {
  const answer = await admin.get(`${proxy}/audit/records?size=20&${question}`);
  const { items } = (await answer.json()) as {
    items: { record: { stage: string; result: string; actor: { login: string } } }[];
  };
  return items.map(({ record }) => `${record.actor.login} ${record.stage}:${record.result}`);
}

/** What holds whichever host stands before the service. */
function viewerStaysViewer(): void {
  test.use({ storageState: target.storageState('viewer') });

  test('a viewer is still a viewer with an identity of his own making', async ({ page }) => {
    const forged = {
      'X-Grafana-Id': await strangersToken('any'),
      'X-Grafana-User': 'admin',
      'X-Grafana-Context': 'e30=',
    };
    expect((await lock(page.request, proxy, forged)).status()).toBe(403);
    // Grafana may take this header for a sign-in of its own, which then fails.
    const signedIn = { ...forged, Authorization: `Bearer ${randomUUID()}` };
    expect([401, 403]).toContain((await lock(page.request, proxy, signedIn)).status());
    // The same call without a forgery: refused for the viewer's own role.
    expect((await lock(page.request, proxy, {})).status()).toBe(403);
  });

  test('a viewer reads, and does not act, approve or look at the audit log through the proxy', async ({ page }) => {
    expect((await page.request.get(`${proxy}/actions`)).status()).toBe(200);
    expect((await page.request.get(`${proxy}/audit/records`)).status()).toBe(403);
    for (const path of ['releases/iv-1', 'approvals/iv-1', 'admin/mode', 'reveals', 'erasures']) {
      expect([path, (await page.request.post(`${proxy}/${path}`, { data: {} })).status()]).toEqual([path, 403]);
    }
  });
}

test.describe('behind the preview host', () => {
  test.skip(target.kind !== 'preview', 'GRAFANA_HOME is set: a real Grafana stands there');
  viewerStaysViewer();
});

test.describe('behind a real Grafana', () => {
  test.skip(target.kind !== 'grafana', 'needs a Grafana: set GRAFANA_HOME to its folder');
  viewerStaysViewer();
});

test.describe('past Grafana', () => {
  test('nobody acts: without the channel’s token, or with it and an identity that is absent, forged or unsigned', async ({
    page,
    playwright,
  }) => {
    const stranger = await playwright.request.newContext();
    const forged = { 'X-Grafana-Id': await strangersToken('unknown-kid') };
    expect((await lock(stranger, `${apiUrl}/v1`, forged)).status()).toBe(401);
    const identities = [{}, forged, { 'X-Grafana-Id': unsignedToken() }];
    for (const identity of identities) {
      const answer = await lock(stranger, `${apiUrl}/v1`, { ...channel(), ...identity });
      expect(answer.status()).toBe(401);
      expect(((await answer.json()) as { code: string }).code).toBe('identity_required');
    }
    const records = await lastRecords(page.request, 'actor=unknown&stage=Denied');
    expect(records.slice(0, identities.length)).toEqual(identities.map(() => 'unknown Denied:identity_required'));
    await stranger.dispose();
  });

  test('an alert that was taken once is refused when it comes again, and that is on record', async ({
    page,
    playwright,
  }) => {
    const grafana = await playwright.request.newContext();
    const alert = signedAlert({
      status: 'firing',
      labels: { alertname: 'Replayed', severity: 'warning', user_id: newTarget().id },
      annotations: {},
      startsAt: new Date().toISOString(),
      endsAt: '0001-01-01T00:00:00Z',
      fingerprint: randomUUID().slice(0, 16),
    });
    expect((await grafana.post(`${apiUrl}/v1/hooks/grafana-alert`, alert)).status()).toBe(200);
    const again = await grafana.post(`${apiUrl}/v1/hooks/grafana-alert`, alert);
    expect(((await again.json()) as { code: string }).code).toBe('replayed');
    expect((await lastRecords(page.request, 'stage=Denied'))[0]).toContain('Denied:replayed');
    await grafana.dispose();
  });
});

test('a request is not approved under another payload than the one that was read, nor by a role that may not', async ({
  page,
  playwright,
}) => {
  const as = (login: 'operator' | 'admin2'): Promise<APIRequestContext> =>
    playwright.request.newContext({ baseURL: target.url, storageState: target.storageState(login) });
  const [operator, approver] = [await as('operator'), await as('admin2')];
  const asked = await lock(operator, proxy, {});
  expect(asked.status()).toBe(202);
  const etag = asked.headers().etag!;
  const { intervention } = (await asked.json()) as { intervention: { id: string; payload_hash: string } };
  const approve = (request: APIRequestContext, payloadHash: string): Promise<APIResponse> =>
    request.post(`${proxy}/approvals/${intervention.id}`, {
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID(), 'If-Match': etag },
      data: { decision: 'approve', payloadHash },
    });
  const own = await approve(operator, intervention.payload_hash);
  // Behind a host that stops it already, the service is not asked.
  expect(own.status()).toBe(403);
  const changed = await approve(approver, intervention.payload_hash.replace(/./g, '0'));
  expect(((await changed.json()) as { code: string }).code).toBe('payload_differs');
  const state = await page.request.get(`${proxy}/interventions/${intervention.id}`);
  expect(((await state.json()) as { intervention: { state: string } }).intervention.state).toBe('pending_approval');
  expect((await approve(approver, intervention.payload_hash)).status()).toBe(200);
  await operator.dispose();
  await approver.dispose();
});

test('an admin is not the second person of what he proposed himself', async ({ page }) => {
  const mode = (change: object): Promise<APIResponse> =>
    page.request.post(`${proxy}/admin/mode`, {
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
      // The mode that is on anyway: a proposal that nobody minds.
      data: { mode: 'enforce', reason: 'Asked and answered by one', ...change },
    });
  const proposed = await mode({});
  expect(proposed.status()).toBe(202);
  const { modeSwitch } = (await proposed.json()) as { modeSwitch: { proposal: { id: string } } };
  const own = await mode({ confirms: modeSwitch.proposal.id });
  expect([own.status(), ((await own.json()) as { code: string }).code]).toEqual([403, 'self_approval']);
  expect((await lastRecords(page.request, 'action=mode.switch'))[0]).toBe('admin Denied:self_approval');
});

/** Sends a path as it is: clients would encode what an attacker does not. */
async function askRaw(asked: string): Promise<number | undefined> {
  const request = get({ host: '127.0.0.1', port: process.env.SPENDSCOPE_API_PORT, path: asked });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  response.resume();
  return response.statusCode;
}

test('words that look like lines of a log stay inside of their field, one line each', async ({ page }) => {
  const mark = randomUUID();
  const forged = `{"level":50,"msg":"${mark}"}`;
  // Of what a caller sends, the path is logged; the comment is not.
  expect(await askRaw(`/v1/","msg":"${mark}","x":"`)).toBe(404);
  expect(await askRaw(`/v1/%0D%0A${encodeURIComponent(forged)}`)).toBe(404);
  const comment = `\r\n${forged}\u001b[2K`;
  expect((await lock(page.request, proxy, {}, { comment })).status()).toBe(201);
  const lines = readFileSync(path.join(target.stateDir, 'logs', 'api.log'), 'utf8')
    .trim()
    .split('\n');
  const entries = lines.map((line) => JSON.parse(line) as { msg?: string; req?: { path: string } });
  expect(entries.filter(({ msg }) => msg === mark)).toEqual([]);
  const marked = entries.filter((entry) => JSON.stringify(entry).includes(mark));
  expect(marked.map(({ msg, req }) => [msg, req?.path.includes(mark)])).toEqual([
    ['incoming request', true],
    ['incoming request', true],
  ]);
});
