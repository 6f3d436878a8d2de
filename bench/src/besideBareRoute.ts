import autocannon from 'autocannon';
import type { Benchmark } from './benchmark';
import { median } from './statistics';

const seconds = 8;
const rounds = 3;
const connections = 32;

/** The same request to both sides. */
export interface Asked {
  path: string;
  headers: Record<string, string>;
  /** JSON of a POST; absent: a GET */
  body?: string;
}

interface Load {
  perSecond: number;
  /** Milliseconds. */
  p99: number;
}

/** Every request succeeds, or the figure would be of refusals. `rate`: an open loop of so many a second. */
async function load(url: string, { path, headers, body }: Asked, rate?: number): Promise<Load> {
  const result = await autocannon({
    url: `${url}${path}`,
    headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { method: 'POST', body } : {}),
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
async function alternately(urls: readonly [string, string], asked: Asked, rate?: number): Promise<[Load[], Load[]]> {
  const loads: [Load[], Load[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    loads[0].push(await load(urls[0], asked, rate));
    loads[1].push(await load(urls[1], asked, rate));
  }
  return loads;
}

const medianOf = (loads: readonly Load[], figure: keyof Load): number => median(loads.map((one) => one[figure]));

/**
 * Requests a second at saturation beside a bare Fastify route of the same answer, and the 99th percentile of both at an
 * open-loop load of half of what the slower one takes: of each the median of three rounds.
 *
 * @param saturated hears of the first figures
 */
export async function besideBareRoute(
  urls: readonly [ours: string, bare: string],
  asked: Asked,
  name: string,
  report: Parameters<Benchmark['run']>[1],
  saturated: (figures: { ours: number; peer: number; unit: string }) => void
): Promise<void> {
  await load(urls[1], asked);
  await load(urls[0], asked);
  const [full, peerFull] = await alternately(urls, asked);
  const [our, peer] = [medianOf(full, 'perSecond'), medianOf(peerFull, 'perSecond')];
  saturated({ ours: Math.round(our), peer: Math.round(peer), unit: 'requests/s' });
  const rate = Math.floor(Math.min(our, peer) / 2);
  const [half, peerHalf] = await alternately(urls, asked, rate);
  report({
    case: `${name}, p99 at ${rate}/s`,
    ours: medianOf(half, 'p99'),
    peer: medianOf(peerHalf, 'p99'),
    unit: 'ms',
  });
}
