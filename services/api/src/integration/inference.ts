import { randomUUID } from 'node:crypto';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InferResponse, type ModelRef, indices } from '@spendscope/contracts';
import { ModelRegistry, folderStore, modelsFolder } from '@spendscope/registry';
import { churnModelContent } from '@spendscope/testing';
import Value from 'typebox/value';
import { testServiceToken } from '../testing/startTestApi';
import { type Scene, admin, editor } from './scene';

const authorization = `Bearer ${testServiceToken}`;
const rows = { id: 'r', inputs: [{ name: 'features', shape: [2, 3], datatype: 'FP64', data: [90, 1, 1, 5, 60, 80] }] };

export const inferenceSuite = (scene: () => Scene): void => {
  const folder = (): string => modelsFolder(scene().api.config.stateDir);
  /** As the pipeline opens it: beside the server, on the same folder. */
  const registry = (): ModelRegistry => new ModelRegistry(folderStore(folder()));
  const by = { at: new Date(), by: 'run:r-1', reason: 'Trained.', kind: 'trained' } as const;
  const ask = (
    method: 'GET' | 'POST',
    url: string,
    payload?: object,
    headers: Record<string, string> = { authorization }
  ) => scene().api.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  const infer = (payload: object = rows, at = '/v2/models/churn') => ask('POST', `${at}/infer`, payload);
  let [live, better]: ModelRef[] = [];

  beforeAll(async () => {
    [live, better] = [
      await registry().save('churn', churnModelContent(1)),
      await registry().save('churn', churnModelContent(2)),
    ];
  });

  it('is not there, and says so, before a model is live', async () => {
    const fresh = await scene().api.replica();
    const unseen = await fresh.app.inject({ method: 'GET', url: '/v2/health/ready', headers: { authorization } });
    expect(unseen.json().error).toBe('churn: The registry has not been looked at yet.');
    await fresh.stop();
    await scene().api.services.inference.refresh();
    expect((await ask('GET', '/v2/health/ready')).json()).toEqual({ ready: true, problems: [] });
    const answer = await infer();
    expect([answer.statusCode, answer.json().code, answer.headers['retry-after']]).toEqual([
      503,
      'model_not_loaded',
      '5',
    ]);
    await registry().makeLive('churn', live!, by);
    await scene().api.services.inference.refresh();
  });

  it('scores one row and many, alike however they are sent', async () => {
    const answer = await infer();
    expect(answer.statusCode).toBe(200);
    expect([...Value.Errors(InferResponse, answer.json())]).toEqual([]);
    const { outputs, ...about } = answer.json() as InferResponse;
    expect(about).toEqual({
      model_name: 'churn',
      model_version: live!.version,
      id: 'r',
      parameters: { threshold: 0.5 },
    });
    const [long, short] = outputs[0]!.data;
    expect(long).toBeGreaterThan(0.6);
    expect(short).toBeLessThan(0.4);
    const columns = { recency: [90], frequency: [1], monetary: [1] };
    const inputs = Object.entries(columns).map(([name, data]) => ({ name, shape: [1], datatype: 'FP64', data }));
    expect((await infer({ inputs, outputs: [{ name: 'probability' }] })).json().outputs[0].data).toEqual([long]);
    expect((await infer({ inputs, outputs: [{ name: 'reasons' }] })).json().error).toBe('The model has no output "reasons"; ask for "probability".'); // prettier-ignore
  });

  it('describes its inputs; the detectors say why they do not answer', async () => {
    expect((await ask('GET', '/v2/models/churn')).json()).toMatchObject({
      versions: [live!.version],
      inputs: ['recency', 'frequency', 'monetary'].map((name) => ({ name, datatype: 'FP64', shape: [-1] })),
    });
    expect((await ask('GET', '/v2/models/anomaly_detectors')).json().description).toMatch(/own history/);
    const refused = await infer(rows, '/v2/models/anomaly_detectors');
    expect([refused.statusCode, refused.json().code]).toEqual([501, 'history_needed']);
  });

  it.each([
    ['no tensor', {}, 400, /^body must have required properties inputs\.$/],
    ['a field that is not known', { ...rows, colour: 'red' }, 400, /colour/],
    [
      'a tensor of another shape',
      { inputs: [{ ...rows.inputs[0]!, shape: [3, 2] }] },
      400,
      /^Tensor "features": the shape has to be \[rows, 3\]/,
    ],
    [
      'too large a body',
      { inputs: [{ ...rows.inputs[0]!, data: ['x'.repeat(4 * 1024 * 1024)] }] },
      413,
      /larger than 4 MB/,
    ],
  ] as const)('refuses %s in the protocol’s form', async (_, body, status, error) => {
    const answer = await infer(body);
    expect([answer.statusCode, answer.json()]).toEqual([status, { error: expect.stringMatching(error), code: expect.any(String), requestId: expect.any(String) }]); // prettier-ignore
  });

  it('answers to a service token only', async () => {
    for (const headers of [{}, await scene().api.grafana.headers('kim', 'Admin')] as Record<string, string>[]) {
      const answer = await ask('POST', '/v2/models/churn/infer', rows, headers);
      expect([answer.statusCode, answer.json().code]).toEqual([401, 'credential_required']);
    }
  });

  it('is promoted and rolled back under steady requests: none fails, and each is of the version that it names', async () => {
    const server = await scene().api.replica();
    let asking = true;
    let failed: unknown;
    try {
      const url = await server.app.listen({ host: '127.0.0.1', port: 0 });
      await server.services.inference.refresh();
      const of = async (version: string): Promise<number[]> =>
        (await post(url, `/versions/${version}`)).outputs[0]!.data;
      const seen: InferResponse[] = [];
      const askers = Array.from({ length: 8 }, async () => {
        while (asking && !failed) {
          seen.push(
            await post(url, '').catch((error: unknown) => {
              failed = error;
              throw error;
            })
          );
        }
      });
      const all = Promise.all(askers);
      all.catch(() => undefined);
      const some = async (): Promise<void> => {
        for (const enough = seen.length + 40; seen.length < enough;) {
          if (failed) {
            throw failed;
          }
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      };
      await some();
      await decided(server, '/v1/models/churn/promotions', { version: better!.version, reason: 'better' });
      const promotedAt = seen.length;
      await some();
      const expected = { [live!.version]: await of(live!.version), [better!.version]: await of(better!.version) };
      await decided(server, '/v1/models/churn/rollbacks', { reason: 'worse after all' });
      await some();
      asking = false;
      await all;
      const versions = seen.map(({ model_version: version }) => version);
      const runs = versions.filter((version, at) => version !== versions[at - 1]);
      // Answers of one moment may arrive in another order, but by far most are of one version at a time.
      expect([...new Set(runs)]).toEqual([live!.version, better!.version]);
      expect([versions[0], versions.at(-1)]).toEqual([live!.version, live!.version]);
      expect(versions.slice(promotedAt + 8, promotedAt + 20)).toEqual(new Array(12).fill(better!.version));
      for (const { model_version: version, outputs } of seen) {
        expect(outputs[0]!.data).toEqual(expected[version]);
      }
      expect(expected[live!.version]).not.toEqual(expected[better!.version]);
    } finally {
      asking = false;
      await server.stop();
    }
  });

  it('goes on with the old version where the file of the new one was tampered with, and tells', async () => {
    const poisoned = await registry().save('churn', churnModelContent(3));
    await registry().makeLive('churn', poisoned, { ...by, kind: 'promoted' });
    const path = join(folder(), poisoned.file);
    const text = readFileSync(path, 'utf8');
    chmodSync(path, 0o600);
    writeFileSync(path, text.replace('"threshold":0.5', '"threshold":0.0'));
    const { inference } = scene().api.services;
    await inference.refresh();
    await inference.refresh();
    const problem = `The model ${poisoned.file} was changed after it was saved.`;
    expect((await infer()).json().model_version).toBe(live!.version);
    expect((await ask('GET', '/v2/models/churn/ready')).json()).toEqual({ name: 'churn', ready: true, version: live!.version, problem }); // prettier-ignore
    expect((await ask('GET', '/v2/health/ready')).json()).toEqual({ ready: true, problems: [`churn: ${problem}`] });
    const other = await ask('GET', `/v2/models/churn/versions/${poisoned.version}/ready`);
    expect([other.statusCode, other.json().code]).toEqual([404, 'version_not_loaded']);
    const metrics = (await scene().api.app.inject({ url: '/metrics' })).body;
    expect(metrics).toContain('spendscope_model_load_failures_total{model="churn"} 1');
    expect(metrics).toContain(`spendscope_model_serving{model="churn",version="${live!.version}"} 1`);
    expect(metrics).toMatch(
      new RegExp(`spendscope_inference_score_count\\{model="churn",version="${live!.version}"\\} \\d+`)
    );
    writeFileSync(path, text);
    await inference.refresh();
    expect((await infer()).json().model_version).toBe(poisoned.version);
    expect((await infer(rows, `/v2/models/churn/versions/${live!.version}`)).json().model_version).toBe(live!.version);
    expect((await ask('GET', '/v2/models/churn/ready')).json()).not.toHaveProperty('problem');
  });

  it('tells Prometheus the newest figures of drift', async () => {
    const about = { model: 'churn', model_version: live!.version, metric: 'psi', group: 'feature/recency' };
    const looks = [
      { ...about, '@timestamp': '2026-11-01T00:00:00.000Z', value: 0.9 },
      { ...about, '@timestamp': '2026-11-02T00:00:00.000Z', value: 0.3 },
    ];
    for (const document of looks) {
      await scene().api.owner.index({ index: indices.modelMetrics.name, document, refresh: true });
    }
    await scene().api.services.drift.refresh();
    expect((await scene().api.app.inject({ url: '/metrics' })).body).toContain(
      `spendscope_model_drift{model="churn",version="${live!.version}",metric="psi",group="feature/recency"} 0.3`
    );
  });

  async function post(url: string, version: string): Promise<InferResponse> {
    const answer = await fetch(`${url}/v2/models/churn${version}/infer`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(rows),
    });
    expect(answer.status).toBe(200);
    return (await answer.json()) as InferResponse;
  }

  /** Asked for by one person and approved by another. */
  async function decided(
    { call }: Awaited<ReturnType<Scene['api']['replica']>>,
    url: string,
    body: object
  ): Promise<void> {
    const { seq } = await registry().head('churn');
    const asked = await call(editor, 'POST', url, { body, key: randomUUID(), headers: { 'if-match': `"h${seq}"` } });
    const { model, id, payload_hash: payloadHash } = asked.json().request;
    const decision = { body: { decision: 'approve', payloadHash }, key: randomUUID() };
    expect((await call(admin, 'POST', `/v1/models/${model}/requests/${id}`, decision)).statusCode).toBe(200);
  }
};
