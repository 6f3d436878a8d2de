import { ticksOf } from './lineChart';
import { loadPage } from './loadPage';
import { type LoadReport, openLoadOf, shares, targetLoadOf } from './loadReport';
import { type Clock, openLoop } from './openLoop';
import { type Step, saturationOf, stepLoad } from './stepLoad';
import { type LoadContext, loadTargets } from './targets';

/** Time that passes only where somebody waits for it. */
class VirtualClock implements Clock {
  private time = 0;
  private readonly timers: { at: number; ring: () => void }[] = [];
  now = (): number => this.time;

  at(when: number): Promise<void> {
    return new Promise((ring) => this.timers.push({ at: when, ring }));
  }

  async wait(ms: number): Promise<void> {
    this.time += ms;
    for (const timer of this.timers.filter(({ at }) => at <= this.time)) {
      this.timers.splice(this.timers.indexOf(timer), 1);
      timer.ring();
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Answers after 1 ms, but nothing in the second from 1 s to 2 s. */
const stalling = (clock: VirtualClock) => async (): Promise<boolean> => {
  const now = clock.now();
  await clock.at(now >= 1_000 && now < 2_000 ? 2_000 : now + 1);
  return true;
};

describe('the open loop', () => {
  it('counts a stall for everybody who was due during it', async () => {
    const clock = new VirtualClock();
    const result = await openLoop(stalling(clock), { rate: 100, seconds: 4, clock });
    expect(result).toMatchObject({ due: 400, answered: 400, failed: 0, unanswered: 0 });
    const slow = result.latencies.filter((latency) => latency > 100);
    // 100 were due in that second; a tenth of them within its last 100 ms.
    expect(slow.length).toBeGreaterThanOrEqual(89);
    expect(slow.length).toBeLessThanOrEqual(91);
    const { latencies } = openLoadOf(result, 200);
    expect(latencies[shares.indexOf(0.5)]).toBeLessThan(3);
    expect(latencies[shares.indexOf(0.99)]).toBeGreaterThan(900);
    expect(openLoadOf(result, 200).load).toBe(0.5);
  });

  it('tells failures and what was never answered apart, and ends by itself', async () => {
    const clock = new VirtualClock();
    const send = (number: number): Promise<boolean> =>
      number % 4 === 0 ? new Promise(() => {}) : Promise.resolve(number % 4 !== 1);
    const result = await openLoop(send, { rate: 100, seconds: 1, stragglerSeconds: 2, clock });
    expect(result).toMatchObject({ due: 100, answered: 50, failed: 25, unanswered: 25 });
    expect(clock.now()).toBeLessThan(3_100);
  });
});

const step = (connections: number, perSecond: number): Step => ({ connections, perSecond, p50: 1, p99: 2, failed: 0 });

describe('the steps', () => {
  it('end when more connections bring nothing twice, and know the most', async () => {
    const rates = new Map([1, 2, 4, 8, 16, 32, 64].map((count, i) => [count, [100, 190, 300, 310, 305, 900, 900][i]!]));
    const steps = await stepLoad((count) => Promise.resolve(step(count, rates.get(count)!)));
    expect(steps.map(({ connections }) => connections)).toEqual([1, 2, 4, 8, 16]);
    expect(saturationOf(steps)).toMatchObject({ connections: 8, perSecond: 310 });
  });
});

describe('the targets', () => {
  const context: LoadContext = { url: 'http://x', service: { a: 's' }, people: [{ p: '0' }, { p: '1' }], active: 10 };

  it('are asked for other things each time, under names of their own', () => {
    expect(new Set(loadTargets.map(({ name }) => name)).size).toBe(loadTargets.length);
    for (const { request } of loadTargets) {
      const [one, other] = [request(context, 3), request(context, 4)];
      expect({ ...one }).not.toEqual({ ...other });
    }
  });
});

describe('the report', () => {
  const report: LoadReport = {
    ...{ at: '2026-11-28T00:00:00.000Z', node: '20', cores: 2, loadAverage: [0.5, 2], secondsEach: 8, active: 100 },
    cut: true,
    targets: [
      targetLoadOf({ name: 'decisions', title: 'GET /<x>' }, [step(1, 100), step(2, 250)], 200, [
        { rate: 50, due: 400, answered: 0, failed: 400, unanswered: 0, latencies: [] },
        { rate: 100, due: 800, answered: 800, failed: 0, unanswered: 0, latencies: [1, 2, 3, 400] },
      ]),
    ],
  };
  const page = loadPage(report);

  it('tells the most, latencies, what failed, and that it was cut short', () => {
    expect(report.targets[0]!.open[1]).toMatchObject({ load: 0.5, latencies: [2, 400, 400, 400, 400, 400] });
    expect(page).toContain('<dd>250/s</dd>');
    expect(page).toContain('99 % within 400 ms at 100/s');
    expect(page).toContain('Stopped by hand');
    expect(page).toContain('<td class="number">400</td>');
    expect(page).not.toContain('NaN');
  });

  it('escapes what it is given, loads nothing, and draws both charts', () => {
    expect(page).toContain('GET /&lt;x&gt;');
    expect(page).not.toMatch(/<script|src=|url\(/);
    expect(page.match(/<svg /g)).toHaveLength(2);
  });

  it('has axes of round numbers that hold everything', () => {
    expect(ticksOf(310, 5, 'linear')).toEqual([0, 100, 200, 300, 400]);
    expect(ticksOf(310, 0.4, 'log')).toEqual([0.1, 1, 10, 100, 1_000]);
  });
});
