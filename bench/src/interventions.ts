import { randomUUID } from 'node:crypto';
import { indices } from '@spendscope/contracts';
import { type ApiUnderTest, startApiUnderTest } from './apiUnderTest';
import type { Benchmark } from './benchmark';
import { fillInterventions } from './fillInterventions';
import { growthReporter, sizesOf } from './growth';
import { median, p99 } from './statistics';

const acts = 60;
const rounds = 3;
const people = 12;

/** Milliseconds of each, one after the other. */
async function timeEach(count: number, work: (number: number) => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  for (let number = 0; number < count; number++) {
    const started = performance.now();
    await work(number);
    times.push(performance.now() - started);
  }
  return times;
}

async function act(api: ApiUnderTest, headers: Record<string, string>): Promise<void> {
  const answer = await fetch(`${api.url}/v1/interventions`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({
      action: 'require_extra_auth',
      target: { type: 'account', id: `C-${randomUUID()}` },
      reasonCode: 'velocity',
    }),
  });
  await answer.text();
  if (answer.status !== 201) {
    throw new Error(`An intervention was answered ${answer.status}; the figure would not be one of acts.`);
  }
}

/** Two writes are the least that an act with a record can do: the record, and the state. */
async function twoWrites(api: ApiUnderTest): Promise<void> {
  const { client } = api.services;
  const target = { type: 'account', id: `C-${randomUUID()}` };
  const at = new Date().toISOString();
  const created_at = at;
  await client.create({
    index: indices.auditText.name,
    id: randomUUID(),
    document: { text_id: randomUUID(), target, salt: randomUUID(), created_at },
  });
  await client.create({
    index: indices.states.name,
    id: randomUUID(),
    document: { target, in_force: [], interventions: [], updated_at: at },
  });
}

/** Time of one whole act beside two raw writes, the median of three rounds, and how it grows with what is active. */
export const interventions: Benchmark = {
  what: 'POST /v1/interventions against two raw Elasticsearch writes: ms each (arguments: how many active)',
  run: async (args, report) => {
    const sizes = sizesOf(args);
    const grown = growthReporter(report);
    const api = await startApiUnderTest();
    try {
      const headers = await Promise.all(Array.from({ length: people }, (_, person) => api.headers(`person-${person}`)));
      const once = (number: number): Promise<void> => act(api, headers[number % people]!);
      await timeEach(20, once);
      await timeEach(20, () => twoWrites(api));
      let filled = 0;
      for (const size of sizes) {
        await fillInterventions(api.owner, filled, size);
        filled = size;
        const [ours, peers]: [number[][], number[][]] = [[], []];
        for (let round = 0; round < rounds; round++) {
          ours.push(await timeEach(acts, once));
          peers.push(await timeEach(acts, () => twoWrites(api)));
        }
        const figure = (of: (times: readonly number[]) => number) => ({
          ours: Number(median(ours.map(of)).toFixed(2)),
          peer: Number(median(peers.map(of)).toFixed(2)),
          unit: 'ms',
        });
        grown(size, `median of ${acts} acts`, figure(median));
        grown(size, `p99 of ${acts} acts`, figure(p99));
      }
    } finally {
      await api.stop();
    }
  },
};
