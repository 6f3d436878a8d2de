import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type ApiUnderTest, benchTokens, startApiUnderTest } from '../apiUnderTest';
import { fillInterventions } from '../fillInterventions';
import { percentile } from '../statistics';
import { type LoadClient, startLoadClient } from './loadClient';
import { loadPage } from './loadPage';
import { type LoadReport, type TargetLoad, targetLoadOf } from './loadReport';
import type { OpenLoopResult } from './openLoop';
import { type Step, saturationOf, stepLoad } from './stepLoad';
import { type LoadContext, type LoadTarget, loadTargets } from './targets';

const usage = `npm run load [-- ${loadTargets.map(({ name }) => name).join('|')} …] [--seconds 8] [--active 1000] [--out dist/load]`;
/** Shares of the most that the server answers. */
const loads = [0.25, 0.5, 0.75, 0.9];
const people = 50;
const free = 1_000_000;
/** No limit but the server's own: what slows people down is not what is measured. */
const unlimited = {
  requestBudget: { reads: free, acts: free },
  usualLimits: {
    ...{ actsPerPersonPerMinute: free, actsPerActionPerMinute: free },
    ...{ actsPerTargetPerMinute: free, actsPerInstancePerMinute: free },
  },
};

async function contextOf(api: ApiUnderTest, active: number): Promise<LoadContext> {
  return {
    url: api.url,
    service: { authorization: `Bearer ${benchTokens.service}` },
    people: await Promise.all(Array.from({ length: people }, (_, number) => api.headers(`person-${number}`))),
    active,
  };
}

/** Steps, then rates; what was measured when the signal came is kept. */
async function measure(
  client: LoadClient,
  target: LoadTarget,
  context: LoadContext,
  seconds: number,
  signal: AbortSignal
): Promise<TargetLoad | undefined> {
  const order = { target: target.name, context, seconds };
  const open: OpenLoopResult[] = [];
  console.log(`\n${target.title}`);
  await client.ask({ ...order, kind: 'step', connections: 4 });
  const steps: Step[] = [];
  const saturated = await stepLoad(
    (connections) => client.ask({ ...order, kind: 'step', connections }),
    (step) => {
      steps.push(step);
      const { connections, perSecond, p99, failed } = step;
      console.log(`  ${connections} connections: ${perSecond.toFixed(1)}/s, p99 ${p99} ms, ${failed} failed`);
    }
  ).catch(whenAborted(signal));
  if (!saturated) {
    return steps.length > 0 ? targetLoadOf(target, steps, 0, []) : undefined;
  }
  const ceiling = await client.ask({ ...order, kind: 'ceiling' });
  const most = Math.min(saturationOf(steps).perSecond, ceiling);
  console.log(`  ${ceiling.toFixed(1)}/s is the most of the client that sends at constant rates`);
  for (const load of loads) {
    if (signal.aborted) {
      break;
    }
    const result = await client.ask({ ...order, kind: 'open', rate: most * load }).catch(whenAborted(signal));
    if (result) {
      open.push(result);
      const p99 = percentile(result.latencies, 0.99).toFixed(1);
      const lost = `${result.failed} failed, ${result.unanswered} unanswered`;
      console.log(`  ${result.rate.toFixed(1)}/s (${load * 100} %): p99 ${p99} ms of ${result.due}, ${lost}`);
    }
  }
  return targetLoadOf(target, steps, ceiling, open);
}

const whenAborted =
  (signal: AbortSignal) =>
  (error: unknown): undefined => {
    if (!signal.aborted) {
      throw error;
    }
  };

function options(): { targets: LoadTarget[]; seconds: number; active: number; out: string } | undefined {
  const { values, positionals } = parseArgs({
    options: { seconds: { type: 'string' }, active: { type: 'string' }, out: { type: 'string' } },
    allowPositionals: true,
  });
  const [seconds, active] = [Number(values.seconds ?? 8), Number(values.active ?? 1_000)];
  const unknown = positionals.filter((name) => !loadTargets.some((target) => target.name === name));
  if (unknown.length > 0 || !(seconds >= 1 && seconds <= 60) || !(Number.isInteger(active) && active >= 1)) {
    return undefined;
  }
  return {
    targets: loadTargets.filter(({ name }) => positionals.length === 0 || positionals.includes(name)),
    ...{ seconds, active, out: path.resolve(values.out ?? 'dist/load') },
  };
}

async function run({ targets, seconds, active, out }: NonNullable<ReturnType<typeof options>>): Promise<void> {
  const ending = new AbortController();
  process.once('SIGINT', () => {
    console.log('\nStopping, with what was measured…');
    ending.abort(new Error('Stopped by hand.'));
  });
  const before = os.loadavg()[0]!;
  console.log('Starting Elasticsearch and the API…');
  const api = await startApiUnderTest(unlimited);
  const client = startLoadClient(ending.signal);
  const refreshing = setInterval(() => void api.services.decisions.refresh().catch(() => undefined), 1_000);
  const measured: TargetLoad[] = [];
  try {
    await fillInterventions(api.owner, 0, active);
    await api.services.decisions.refresh();
    for (const target of targets) {
      if (!ending.signal.aborted) {
        // Signed anew for each: people's tokens are valid for ten minutes.
        const context = await contextOf(api, active);
        const result = await measure(client, target, context, seconds, ending.signal).catch(whenAborted(ending.signal));
        measured.push(...(result ? [result] : []));
      }
    }
  } finally {
    clearInterval(refreshing);
    client.stop();
    await api.stop();
  }
  const report: LoadReport = {
    ...{ at: new Date().toISOString(), node: process.versions.node, cores: os.cpus().length },
    ...{ loadAverage: [before, os.loadavg()[0]!], secondsEach: seconds, active, cut: ending.signal.aborted },
    targets: measured,
  };
  mkdirSync(out, { recursive: true });
  writeFileSync(path.join(out, 'load.json'), `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(path.join(out, 'load.html'), loadPage(report));
  console.log(`\n${path.relative(process.cwd(), path.join(out, 'load.html'))}`);
  process.exitCode = ending.signal.aborted ? 130 : 0;
}

const given = options();
if (given) {
  await run(given);
} else {
  console.error(`Usage: ${usage}`);
  process.exitCode = 2;
}
