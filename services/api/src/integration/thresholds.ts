import { type Anomaly, ThresholdFindings, indices } from '@spendscope/contracts';
import { anomalyOf } from '@spendscope/testing';
import type { LightMyRequestResponse } from 'fastify';
import Value from 'typebox/value';
import { type Scene, viewer } from './scene';

const { name: index } = indices.anomalies;
const minuteMs = 60_000;
const question = { days: 2, thresholds: [0.9, 0.6], minutes: 5, atLeast: 5 };

export const thresholdSuite = (scene: () => Scene): void => {
  const ask = (body: object): Promise<LightMyRequestResponse> =>
    scene().api.call(viewer, 'POST', '/v1/simulations/thresholds', { body });
  const found = async (body: object): Promise<ThresholdFindings> => {
    const answer = await ask(body);
    expect([answer.statusCode, ...Value.Errors(ThresholdFindings, answer.json())]).toEqual([200]);
    return answer.json();
  };
  const clear = async (): Promise<void> =>
    void (await scene().api.owner.indices.delete({ index, ignore_unavailable: true }));
  beforeAll(clear);
  afterAll(clear);

  it('finds nothing where nothing is stored', async () => {
    const { stored, items } = await found(question);
    expect(stored).toBe(0);
    expect(items.map(({ threshold, anomalies, precision }) => [threshold, anomalies, precision])).toEqual([
      [0.6, 0, undefined],
      [0.9, 0, undefined],
    ]);
  });

  it('counts what is above each threshold, what people said of it, and the alerts', async () => {
    const { to } = await found(question);
    const start = Math.floor(Date.parse(to) / minuteMs) * minuteMs - 24 * 60 * minuteMs;
    const scored = (minute: number, user: string, anomalyScore: number, more: Partial<Anomaly> = {}): object[] => [
      { index: { _index: index } },
      anomalyOf({ timestamp: new Date(start + minute * minuteMs).toISOString(), user_id: user, anomalyScore, ...more }),
    ];
    const times = (count: number, make: (i: number) => object[]): object[] => Array.from({ length: count }, (_, i) => make(i)).flat(); // prettier-ignore
    await scene().api.owner.bulk({
      refresh: true,
      operations: [
        // Five of one customer within five minutes, two of them judged; then five of several, an hour later.
        ...times(5, (i) => scored(i, 'C-ONE', 0.95, i < 2 ? { label: i ? 'false_positive' : 'true_positive' } : {})),
        ...times(5, (i) => scored(60, `C-${i}`, 0.7, i ? {} : { label: 'true_positive' })),
        ...times(4, (i) => scored(200, `C-${i}`, 0.99)),
        // Neither customers' own documents, nor what is suppressed, nor what is older count.
        ...times(9, () => scored(300, 'C-SUM', 0.99, { entity_type: 'customer' })),
        ...times(9, () =>
          scored(300, 'C-QUIET', 0.99, { suppressed_until: new Date(Date.parse(to) + 7 * 86_400_000).toISOString() })
        ),
        ...times(9, () => scored(-48 * 60, 'C-OLD', 0.99)),
      ],
    });
    const { stored, items } = await found(question);
    expect(stored).toBe(14);
    const [low, high] = items;
    expect(low).toMatchObject({
      ...{ threshold: 0.6, anomalies: 14, customers: 6, perDay: 7 },
      judged: { truePositive: 2, falsePositive: 1, unsure: 0 },
      // The fifth of one customer comes in the fifth minute; those of several last five minutes.
      alert: { fired: 2, minutes: 6 },
      customerAlerts: { fired: 1, customers: 1 },
    });
    expect(low!.precision!.value).toBeCloseTo(2 / 3, 12);
    expect(high).toMatchObject({
      ...{ threshold: 0.9, anomalies: 9, judged: { truePositive: 1, falsePositive: 1, unsure: 0 } },
      alert: { fired: 1, minutes: 1 },
    });
    const { items: lenient } = await found({ ...question, atLeast: 4 });
    expect(lenient[1]!.alert.fired).toBe(2);
  });

  it('refuses what it cannot look back on', async () => {
    for (const change of [{ days: 91 }, { thresholds: [0.4] }, { thresholds: [] }, { minutes: 0 }, { more: 1 }]) {
      expect((await ask({ ...question, ...change })).json()).toMatchObject({ status: 400 });
    }
  });
};
