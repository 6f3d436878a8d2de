import type { LoadableSource } from './dataSource';
import { type LoadSituation, planLoad } from './planLoad';

const demo: LoadableSource = { kind: 'demo', world: 'card', users: 10, transactions: 100, seed: 7 };
const files: LoadableSource = { kind: 'files', preset: 'online-retail', transactions: ['/a.csv'], customers: [] };
const now = new Date('2026-02-03T04:05:06.000Z');
const plan = (changes: Partial<LoadSituation>): ReturnType<typeof planLoad> =>
  planLoad({ asked: undefined, fallback: demo, record: undefined, customers: 0, wasReset: false, now, ...changes });

describe('planLoad', () => {
  it('loads the demo into an empty system, up to now', () => {
    const record = { source: demo, end: now.toISOString(), complete: false };
    expect(plan({})).toEqual({ kind: 'load', record, replace: false });
  });

  it('keeps what is there, asked for again or not', () => {
    const record = { source: files, end: 'x', complete: true };
    expect(plan({ record, customers: 5 })).toEqual({ kind: 'keep', source: files });
    expect(plan({ record, customers: 5, asked: { ...files } as LoadableSource })).toEqual({
      kind: 'keep',
      source: files,
    });
  });

  it('does not mix two sources', () => {
    const record = { source: files, end: 'x', complete: true };
    expect(() => plan({ record, customers: 5, asked: demo })).toThrow('holds other data: a.csv (preset online-retail)');
    expect(() => plan({ customers: 5, asked: demo })).toThrow('what was in Elasticsearch already');
    expect(plan({ customers: 5 })).toEqual({ kind: 'keep', source: { kind: 'found' } });
  });

  it('goes on with an interrupted load, up to the same instant', () => {
    const record = { source: demo, end: '2026-01-01T00:00:00.000Z', complete: false };
    expect(plan({ record, customers: 3 })).toEqual({ kind: 'load', record, replace: false });
  });

  it('drops the rest of an interrupted load when another source is asked for', () => {
    const record = { source: demo, end: 'x', complete: false };
    expect(plan({ record, asked: files })).toMatchObject({ kind: 'load', record: { source: files }, replace: true });
  });

  it('loads anew after a reset', () => {
    const record = { source: demo, end: 'x', complete: true };
    const result = plan({ record, customers: 5, wasReset: true });
    expect(result).toMatchObject({ kind: 'load', record: { end: now.toISOString() }, replace: true });
  });
});
