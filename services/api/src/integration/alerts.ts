import { randomUUID } from 'node:crypto';
import { ReviewList } from '@spendscope/contracts';
import type { LightMyRequestResponse } from 'fastify';
import Value from 'typebox/value';
import { signatureHeaders } from '../identity/machines';
import { testAlertSecret, testWatcherToken } from '../testing/startTestApi';
import { type Scene, account, admin, viewer } from './scene';

const alertOf = (change: object = {}) => ({
  status: 'firing',
  labels: { alertname: 'Average anomalyScore of one customer', severity: 'warning' },
  annotations: { summary: 'One customer’s last 5 minutes were severe.' },
  startsAt: '2026-11-24T09:00:00Z',
  endsAt: '0001-01-01T00:00:00Z',
  fingerprint: randomUUID().slice(0, 16),
  generatorURL: 'http://localhost:3000/alerting/grafana/x/view',
  ...change,
});

export const alertSuite = (scene: () => Scene): void => {
  const send = (payload: object, headers?: Record<string, string>): Promise<LightMyRequestResponse> => {
    const { app, services } = scene().api;
    const body = JSON.stringify(payload);
    return app.inject({
      method: 'POST',
      url: '/v1/hooks/grafana-alert',
      headers: {
        'content-type': 'application/json',
        ...(headers ?? signatureHeaders(testAlertSecret, body, services.now())),
      },
      payload: body,
    });
  };
  const reviewsOf = async (target: string): Promise<ReviewList> => {
    const answer = await scene().api.call(viewer, 'GET', `/v1/reviews?target=${target}`);
    expect([...Value.Errors(ReviewList, answer.json())]).toEqual([]);
    return answer.json() as ReviewList;
  };

  it('is closed by a person with an outcome, once, and recorded; a viewer may not', async () => {
    const { id } = account();
    const { api } = scene();
    const alert = alertOf({ labels: { alertname: 'Customer score', severity: 'warning', user_id: id } });
    const [review] = (await send({ alerts: [alert] })).json().reviews as string[];
    const close = (as: typeof admin, key: string) =>
      api.call(as, 'POST', `/v1/reviews/${review}`, { body: { outcome: 'false_positive', comment: 'A trip.' }, key });
    expect((await close(viewer, randomUUID())).json()).toMatchObject({ status: 403, missing: 'labels:write' });
    const closed = await close(admin, randomUUID());
    expect(closed.json()).toMatchObject({
      id: review,
      review: { status: 'done', outcome: 'false_positive', closed_by: { login: 'kim' } },
    });
    expect((await close(admin, randomUUID())).json()).toMatchObject({ status: 409, code: 'review_closed' });
    const open = await api.call(viewer, 'GET', `/v1/reviews?status=open&target=${id}`);
    expect(open.json()).toEqual({ items: [], total: 0 });
    const log = await api.call(admin, 'GET', `/v1/audit/records?action=review.close&target=${id}`);
    const record = { stage: 'Completed', result: 'false_positive' };
    expect(log.json().items[0]).toMatchObject({ record, comment: 'A trip.' });
  });

  it('opens one review item, counts its repetitions, links back to the filtered table, and closes it', async () => {
    const { id } = account();
    const alert = alertOf({ labels: { alertname: 'Customer score', severity: 'warning', user_id: id } });
    const first = await send({ receiver: 'reviews', status: 'firing', alerts: [alert], version: '1' });
    expect([first.statusCode, first.json().reviews.length]).toEqual([200, 1]);
    scene().api.advance(2_000);
    expect((await send({ alerts: [alert] })).json().reviews).toEqual(first.json().reviews);
    const [entry] = (await reviewsOf(id)).items;
    expect(entry!.review).toMatchObject({
      status: 'open',
      notifications: 2,
      title: 'Customer score',
      severity: 'warning',
      target: { type: 'account', id },
      link: `/d/anomaly-operations?from=${Date.parse('2026-11-24T08:00:00Z')}&to=${Date.parse('2026-11-24T09:15:00Z')}&var-user=${id}`,
    });
    scene().api.advance(2_000);
    await send({ alerts: [{ ...alert, status: 'resolved' }] });
    const after = await reviewsOf(id);
    expect([after.total, after.items[0]!.review.status]).toEqual([1, 'done']);
    expect(await scene().inForce({ type: 'account', id })).toEqual([]);
  });

  it('refuses what is unsigned, signed by another, changed, late or early', async () => {
    const { now } = scene().api.services;
    const payload = { alerts: [alertOf()] };
    const body = JSON.stringify(payload);
    const good = signatureHeaders(testAlertSecret, body, now());
    const at = (seconds: number): Record<string, string> =>
      signatureHeaders(testAlertSecret, body, new Date(now().getTime() + seconds * 1_000));
    const cases: [Record<string, string>, string][] = [
      [{}, 'signature_required'],
      [signatureHeaders('another-secret-that-is-not-ours', body, now()), 'signature_required'],
      [signatureHeaders(testAlertSecret, `${body} `, now()), 'signature_required'],
      [
        { ...good, 'x-grafana-alerting-timestamp': String(Number(good['x-grafana-alerting-timestamp']) + 1) },
        'signature_required',
      ],
      [at(-302), 'signature_late'],
      [at(302), 'signature_late'],
    ];
    for (const [headers, code] of cases) {
      const answer = await send(payload, headers);
      expect([answer.statusCode, answer.json().code]).toEqual([401, code]);
    }
    expect((await send(payload, at(-298))).statusCode).toBe(200);
  });

  it('refuses a replay, on another server too, and records it', async () => {
    const replica = await scene().api.replica();
    const payload = { alerts: [alertOf()] };
    const body = JSON.stringify(payload);
    const headers = signatureHeaders(testAlertSecret, body, scene().api.services.now());
    expect((await send(payload, headers)).statusCode).toBe(200);
    const before = (await scene().stages('actor=service:grafana-alert&stage=Denied')).length;
    for (const { app } of [scene().api, replica]) {
      const answer = await app.inject({
        method: 'POST',
        url: '/v1/hooks/grafana-alert',
        headers: { 'content-type': 'application/json', ...headers },
        payload: body,
      });
      expect([answer.statusCode, answer.json().code]).toEqual([409, 'replayed']);
    }
    await replica.stop();
    const denied = await scene().stages('actor=service:grafana-alert&stage=Denied');
    expect(denied.slice(before)).toEqual(['Denied:replayed', 'Denied:replayed']);
  });

  it('acts by itself where the policy names the alert, once, reversibly, as its own actor', async () => {
    const { services } = scene().api;
    const policy = jest.spyOn(services.policy, 'current', 'get').mockReturnValue({
      ...services.policy.current,
      alerts: [{ alertname: 'Named in the policy', action: 'require_extra_auth', durationSec: 3600 }],
    });
    try {
      const { id } = account();
      const labels = { alertname: 'Named in the policy', user_id: id };
      const alert = alertOf({ labels });
      await send({ alerts: [alert] });
      scene().api.advance(2_000);
      await send({ alerts: [alert] });
      expect(await scene().inForce({ type: 'account', id })).toEqual(['require_extra_auth']);
      const [entry] = (await reviewsOf(id)).items;
      expect(entry!.review.action_result).toBe('active');
      const { intervention } = await scene().read(entry!.review.intervention_id!);
      expect(intervention).toMatchObject({ duration_sec: 3600, requested_by: { login: 'service:grafana-alert' } });
      expect(await scene().stages(`intervention=${intervention.id}`)).toEqual([
        'Received:received',
        'Decided:allow',
        'Executed:enforce',
        'Completed:active',
      ]);
      // Of all customers at once, or of another name: a review item, no act.
      await send({ alerts: [alertOf({ labels: { alertname: 'Named in the policy' } })] });
      const other = account();
      await send({ alerts: [alertOf({ labels: { alertname: 'Not named', user_id: other.id } })] });
      expect(await scene().inForce(other)).toEqual([]);
    } finally {
      policy.mockRestore();
    }
  });

  it('takes Watcher’s alerts by a credential of their own, which opens nothing else', async () => {
    const { app } = scene().api;
    const { id } = account();
    const payload = {
      watchId: 'anomaly-average',
      firedAt: scene().api.services.now().toISOString(),
      title: 'Average above 0.8',
      user: id,
    };
    const headers = { authorization: `Bearer ${testWatcherToken}` };
    const answer = await app.inject({ method: 'POST', url: '/v1/hooks/watcher', headers, payload });
    expect(answer.statusCode).toBe(200);
    expect((await reviewsOf(id)).items[0]!.review).toMatchObject({ source: 'watcher', status: 'open' });
    const strange = { ...payload, script: 'x' };
    expect((await app.inject({ method: 'POST', url: '/v1/hooks/watcher', headers, payload: strange })).statusCode).toBe(
      400
    );
    expect((await app.inject({ method: 'GET', url: '/v1/reviews', headers })).statusCode).toBe(401);
    expect((await app.inject({ method: 'GET', url: `/v1/decisions/${id}`, headers })).statusCode).toBe(401);
    const asPerson = await scene().api.call(admin, 'POST', '/v1/hooks/watcher', { body: payload });
    expect([asPerson.statusCode, asPerson.json().code]).toEqual([401, 'credential_required']);
  });

  it('takes what a watch tells of an instant and a customer once, on all servers, and nothing of long ago', async () => {
    const { api } = scene();
    const replica = await api.replica();
    const headers = { authorization: `Bearer ${testWatcherToken}` };
    const at = (seconds: number): string => new Date(api.services.now().getTime() + seconds * 1_000).toISOString();
    const first = { watchId: 'anomaly-average', firedAt: at(0), title: 'Average above 0.8', user: account().id };
    const post = async (payload: object, { app } = scene().api as { app: typeof api.app }): Promise<unknown[]> => {
      const answer = await app.inject({ method: 'POST', url: '/v1/hooks/watcher', headers, payload });
      return [answer.statusCode, answer.json().code];
    };
    const before = (await scene().stages('actor=service:watcher&stage=Denied')).length;
    expect(await post(first)).toEqual([200, undefined]);
    expect(await post(first)).toEqual([409, 'replayed']);
    expect(await post({ ...first, title: 'Another title' }, replica)).toEqual([409, 'replayed']);
    // The same watch's other customers and later instants are alerts of their own.
    expect(await post({ ...first, user: account().id })).toEqual([200, undefined]);
    expect(await post({ ...first, firedAt: at(-298) })).toEqual([200, undefined]);
    expect(await post({ ...first, firedAt: at(-302) })).toEqual([401, 'fired_late']);
    expect(await post({ ...first, firedAt: at(302) })).toEqual([401, 'fired_late']);
    const denied = (await scene().stages('actor=service:watcher&stage=Denied')).slice(before);
    expect(denied).toEqual(['replayed', 'replayed', 'fired_late', 'fired_late'].map((why) => `Denied:${why}`));
    await replica.stop();
  });
};
