import autocannon from 'autocannon';
import { benchTokens, startApiUnderTest } from './apiUnderTest';
import { startBareRoute } from './bareRoute';
import type { Benchmark } from './benchmark';
import { accountOf, fillInterventions } from './fillInterventions';

const seconds = 8;
const rounds = 3;
const connections = 32;

interface Load {
  perSecond: number;
  /** Milliseconds. */
  p99: number;
}

/** Every request succeeds, or the figure would be of refusals. `rate`: an open loop of so many a second. */
async function load(url: string, rate?: number): Promise<Load> {
  const result = await autocannon({
    url: `${url}/v1/decisions/${accountOf(7)}?transaction=T-1`,
    headers: { authorization: `Bearer ${benchTokens.service}` },
    connections,
    duration: seconds,
    workers: 1,
    ...(rate ? { overallRate: rate } : {}),
  });
  if (result.non2xx + result.errors + result.timeouts > 0) {
    throw new Error(`${result.non2xx} refusals, ${result.errors} errors: the comparison would not be fair.`);
  }
  return { perSecond: result.requests.total / result.duration, p99: result.latency.p99 };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

/**
 * Decisions a second at saturation beside a bare Fastify route of the same answer, and the 99th percentile of both at an
 * open-loop load of half of what the slower one takes. Rounds alternate, so that a busy machine hurts both alike.
 */
export const decisions: Benchmark = {
  what: 'GET /v1/decisions against a bare Fastify route: requests/s, and p99 at half of it (arguments: how many active)',
  run: async (args, report) => {
    const sizes = args.length > 0 ? args.map(Number) : [1_000];
    const api = await startApiUnderTest();
    try {
      let filled = 0;
      for (const size of sizes) {
        await fillInterventions(api.owner, filled, size);
        filled = size;
        await api.services.decisions.refresh();
        const refreshing = setInterval(() => void api.services.decisions.refresh().catch(() => undefined), 1_000);
        const bare = await startBareRoute(api.services.decisions.decide(accountOf(7), 'T-1'));
        const [ours, peers]: [Load[], Load[]] = [[], []];
        await load(bare.url);
        await load(api.url);
        for (let round = 0; round < rounds; round++) {
          ours.push(await load(api.url));
          peers.push(await load(bare.url));
        }
        const [our, peer] = [ours, peers].map((loads) => median(loads.map((one) => one.perSecond))) as [number, number];
        report({
          case: `${size} active, saturated`,
          ours: Math.round(our),
          peer: Math.round(peer),
          unit: 'requests/s',
        });
        const rate = Math.floor(Math.min(our, peer) / 2);
        const [late, peerLate] = [await load(api.url, rate), await load(bare.url, rate)];
        report({ case: `${size} active, p99 at ${rate}/s`, ours: late.p99, peer: peerLate.p99, unit: 'ms' });
        clearInterval(refreshing);
        await bare.stop();
      }
    } finally {
      await api.stop();
    }
  },
};
