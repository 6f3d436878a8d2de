import autocannon from 'autocannon';
import { benchTokens, startApiUnderTest } from './apiUnderTest';
import { startBareRoute } from './bareRoute';
import type { Benchmark } from './benchmark';
import { accountOf, fillInterventions } from './fillInterventions';
import { growthReporter, sizesOf } from './growth';
import { median } from './statistics';

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

/** Both sides in turns, so that a busy machine hurts both alike. */
async function alternately(urls: readonly [string, string], rate?: number): Promise<[Load[], Load[]]> {
  const loads: [Load[], Load[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    loads[0].push(await load(urls[0], rate));
    loads[1].push(await load(urls[1], rate));
  }
  return loads;
}

const medianOf = (loads: readonly Load[], figure: keyof Load): number => median(loads.map((one) => one[figure]));

/**
 * Decisions a second at saturation beside a bare Fastify route of the same answer, and the 99th percentile of both at an
 * open-loop load of half of what the slower one takes: of each the median of three rounds.
 */
export const decisions: Benchmark = {
  what: 'GET /v1/decisions against a bare Fastify route: requests/s, and p99 at half of it (arguments: how many active)',
  run: async (args, report) => {
    const sizes = sizesOf(args);
    const grown = growthReporter(report);
    const api = await startApiUnderTest();
    try {
      let filled = 0;
      for (const size of sizes) {
        await fillInterventions(api.owner, filled, size);
        filled = size;
        await api.services.decisions.refresh();
        const refreshing = setInterval(() => void api.services.decisions.refresh().catch(() => undefined), 1_000);
        const bare = await startBareRoute(api.services.decisions.decide(accountOf(7), 'T-1'));
        const urls = [api.url, bare.url] as const;
        await load(bare.url);
        await load(api.url);
        const [full, peerFull] = await alternately(urls);
        const [our, peer] = [medianOf(full, 'perSecond'), medianOf(peerFull, 'perSecond')];
        grown(size, 'saturated', { ours: Math.round(our), peer: Math.round(peer), unit: 'requests/s' });
        const rate = Math.floor(Math.min(our, peer) / 2);
        const [half, peerHalf] = await alternately(urls, rate);
        report({
          case: `${size} active, p99 at ${rate}/s`,
          ours: medianOf(half, 'p99'),
          peer: medianOf(peerHalf, 'p99'),
          unit: 'ms',
        });
        clearInterval(refreshing);
        await bare.stop();
      }
    } finally {
      await api.stop();
    }
  },
};
