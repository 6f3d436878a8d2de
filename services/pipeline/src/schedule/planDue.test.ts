import { jitterMs, startOf } from './jitter';
import { judgeMissed, timesDue } from './planDue';
import { testJob } from './testJob';

const at = (time: string): Date => new Date(`2026-01-01T${time}Z`);
const knownSince = new Date('2025-12-01T00:00:00Z');
const hours = (times: readonly Date[]): number[] => times.map((time) => time.getUTCHours());

describe('what is due', () => {
  it('comes once, between the last look and this one', () => {
    const job = testJob();
    const look = (lookedUntil: string, now: string) => timesDue({ job, knownSince, lookedUntil: at(lookedUntil), now: at(now) }); // prettier-ignore
    expect(hours(look('01:59:59', '02:00:00').onTime)).toEqual([2]);
    expect(look('02:00:00', '02:00:01')).toEqual({ onTime: [], missed: [] });
  });

  it('is late past a minute: a machine that slept has missed what was due', () => {
    const { onTime, missed } = timesDue({
      job: testJob(),
      knownSince,
      lookedUntil: at('02:30:00'),
      now: at('06:00:30'),
    });
    expect([hours(missed), hours(onTime)]).toEqual([[3, 4, 5], [6]]);
  });

  it('was not before the job was known', () => {
    expect(timesDue({ job: testJob(), knownSince: at('02:30:00'), now: at('04:30:00') })).toEqual({
      onTime: [],
      missed: [at('03:00:00'), at('04:00:00')],
    });
  });

  it('is looked for again where the clock was set back, because claims tell what is done', () => {
    const { onTime } = timesDue({ job: testJob(), knownSince, lookedUntil: at('09:00:00'), now: at('02:00:10') });
    expect(hours(onTime)).toEqual([2]);
  });

  it('starts after its jitter, which is no other on another machine or day of asking', () => {
    const job = testJob({ jitterSec: 600 });
    const due = at('02:00:00');
    const jitter = jitterMs(job, due);
    expect(jitter).toBe(jitterMs({ ...job }, new Date(due)));
    expect(jitter).toBeGreaterThan(0);
    expect(jitter).toBeLessThan(600_000);
    expect(jitterMs(job, at('03:00:00'))).not.toBe(jitter);
    const start = startOf(job, due).getTime();
    const look = (from: number, to: number) => timesDue({ job, knownSince, lookedUntil: new Date(from), now: new Date(to) }); // prettier-ignore
    expect(look(start - 2_000, start - 1_000).onTime).toEqual([]);
    expect(look(start - 1_000, start).onTime).toEqual([due]);
    expect(look(start, start + 1_000).onTime).toEqual([]);
  });
});

describe('what was missed', () => {
  const missed = [at('03:00:00'), at('04:00:00'), at('05:00:00')];
  const makeUp = testJob({ missed: 'run_once', missedWithinSec: 1_800 });

  it('is made up for once, however often it was missed', () => {
    expect(judgeMissed(makeUp, missed, at('05:20:00'))).toEqual({ due: at('05:00:00'), makeUp: true, folded: 2 });
  });

  it('is not made up for where it is too old, or the rule says so', () => {
    expect(judgeMissed(makeUp, missed, at('05:30:01'))).toMatchObject({ makeUp: false });
    expect(judgeMissed(testJob(), missed, at('05:02:00'))).toMatchObject({ makeUp: false });
    expect(judgeMissed(makeUp, [], at('05:02:00'))).toBeUndefined();
  });
});
