import { randomUUID } from 'node:crypto';
import type { SegmentComparison, IndexDefinition, CustomerSelection, TSchema } from '@spendscope/contracts';
import {
  CustomerProfile,
  PointsState,
  SavedSegment,
  SavedSegmentList,
  SegmentRunList,
  SelectedCustomers,
  indices,
  matchingColumn,
  monthlyIndex,
  runIndex,
  unpackColumns,
} from '@spendscope/contracts';
import type { LightMyRequestResponse } from 'fastify';
import Value from 'typebox/value';
import { type Scene, account, admin, editor, viewer } from './scene';

const run = 'run-of-the-segments';
const earlier = 'run-before-the-segments';
const { customers, segments, segmentMigrations, transactions } = indices;
const published = [customers, segments, segmentMigrations];

const token = (i: number): string => `C-SEG${String(i).padStart(3, '0')}`;
/** Recency 0 to 19 days, spend ten times that; cluster 0 are the first ten. */
const customer = (i: number): object => ({
  user_id: token(i),
  run_id: run,
  grade: i % 2 ? 'VIP' : 'gold',
  cluster: i < 10 ? 0 : 1,
  persona: i < 10 ? 'Loyal' : 'At risk',
  rfm: { recency: i, frequency: 1, monetary: i * 10 },
  ...(i === 3 ? {} : { churn_probability: i / 20, clv: 5 * i }),
});
const axes: CustomerSelection['axes'] = {
  x: { field: 'rfm.recency', scale: 'linear' },
  y: { field: 'rfm.monetary', scale: 'linear' },
};
const box = (xMin: number, xMax: number): CustomerSelection => ({
  axes,
  steps: [{ operation: 'replace', shape: { kind: 'box', box: { xMin, xMax, yMin: 0, yMax: 1_000 } } }],
});
/** A lasso around the first six. */
const below: CustomerSelection = {
  axes,
  steps: [
    {
      operation: 'replace',
      shape: { kind: 'lasso', points: [[-1, -1], [5.5, -1], [5.5, 60], [-1, 60]] }, // prettier-ignore
    },
  ],
};

const valid = <Schema extends TSchema>(schema: Schema, answer: LightMyRequestResponse): unknown => {
  expect([answer.statusCode, ...Value.Errors(schema, answer.json())]).toEqual([answer.statusCode]);
  return answer.json();
};

export const segmentSuite = (scene: () => Scene): void => {
  /** Whatever stands under the name or is a run of it: Elasticsearch deletes by full names only. */
  const clear = async ({ name, pattern }: IndexDefinition): Promise<void> => {
    const { indices: stored } = scene().api.owner;
    const found = Object.keys(await stored.get({ index: [name, pattern], ignore_unavailable: true }));
    if (found.length > 0) {
      await stored.delete({ index: found });
    }
  };

  beforeAll(async () => {
    const { owner } = scene().api;
    for (const index of published) {
      await clear(index);
      await owner.indices.create({ index: runIndex(index, run) });
      await owner.indices.putAlias({ index: runIndex(index, run), name: index.name });
    }
    const segment = (run_id: string, cluster: number, created_at: string): object => ({
      run_id,
      cluster,
      rank: cluster + 1,
      name: `P${cluster}`,
      created_at,
    });
    await owner.bulk({
      refresh: true,
      operations: [
        ...Array.from({ length: 20 }, (_, i) => [
          { index: { _index: runIndex(customers, run), _id: token(i) } },
          customer(i),
        ]),
        [{ index: { _index: runIndex(segments, run) } }, segment(run, 0, '2026-02-02T00:00:00Z')],
        [{ index: { _index: runIndex(segments, earlier) } }, segment(earlier, 0, '2026-02-01T00:00:00Z')],
        [{ index: { _index: runIndex(segments, earlier) } }, segment(earlier, 1, '2026-02-01T00:00:00Z')],
        [
          { index: { _index: runIndex(segmentMigrations, run) } },
          { run_id: run, previous_run_id: earlier, from_name: 'P1', to_name: 'P0', customers: 4, share: 0.5 },
        ],
      ].flat(),
    });
  });
  afterAll(async () => {
    for (const index of published) {
      await clear(index);
    }
  });

  const find = async (selection: CustomerSelection, more: object = {}): Promise<LightMyRequestResponse> =>
    scene().api.call(viewer, 'POST', '/v1/points/customers', { body: { selection, ...more } });
  const page = async (selection: CustomerSelection, more: object = {}): Promise<SelectedCustomers> =>
    valid(SelectedCustomers, await find(selection, more)) as SelectedCustomers;

  it('lists the customers of a box, of clusters and of a filter, those who spend most first', async () => {
    const found = await page({ ...box(4, 12), clusters: [1], filter: 'grade:VIP' });
    expect(found.items.map(({ token: of }) => of)).toEqual([token(11)]);
    expect(found.total).toEqual({ value: 1, relation: 'eq' });
    expect(found.items[0]).toMatchObject({ cluster: 1, persona: 'At risk', recency: 11, monetary: 110, churn: 0.55 });
  });

  it('compares with an outline, not with its box, and leafs through what is inside', async () => {
    const first = await page(below, { size: 4 });
    expect(first.total).toEqual({ value: 6, relation: 'eq' });
    const second = await page(below, { size: 4, cursor: first.cursor });
    expect([first, second].flatMap(({ items }) => items.map(({ token: of }) => of))).toEqual(
      [5, 4, 3, 2, 1, 0].map(token)
    );
    expect(second.cursor).toBeUndefined();
  });

  it('says what it cannot read', async () => {
    const codes = await Promise.all(
      [
        { ...box(0, 1), axes: { ...axes!, x: { field: 'user_id', scale: 'linear' as const } } },
        { steps: box(0, 1).steps },
        { steps: [], filter: 'grade:(' },
        { steps: [], filter: 'x', script: '1' } as CustomerSelection,
      ].map(async (selection) => (await find(selection)).json().code as string)
    );
    expect(codes).toEqual(['axis_unknown', 'axes_missing', 'filter_unreadable', 'invalid']);
    expect((await find(box(0, 1), { cursor: 'x.y' })).json().code).toBe('cursor_unreadable');
  });

  it('hides from a viewer what says more of a person, as an axis and as a column', async () => {
    const byAge = { ...box(0, 1), axes: { ...axes!, x: { field: 'age', scale: 'linear' as const } } };
    expect((await find(byAge)).json()).toMatchObject({ status: 403, code: 'field_hidden' });
    const columns = (who: typeof viewer): Promise<LightMyRequestResponse> =>
      scene().api.call(who, 'GET', `/v1/points/${run}/columns?names=age`);
    expect((await columns(viewer)).json()).toMatchObject({ status: 403, code: 'field_hidden' });
    expect((await columns(editor)).json().code).not.toBe('field_hidden');
  });

  it('packs the columns of a run, and sends them once', async () => {
    let state: PointsState;
    do {
      state = valid(PointsState, await scene().api.call(editor, 'GET', '/v1/points')) as PointsState;
    } while (state.packed < 1);
    expect(state).toMatchObject({ runId: run, customers: 20 });
    expect(state.columns).toEqual(expect.arrayContaining(['rfm.recency', 'churn_probability', 'clv']));
    // A column that no customer has a value in is not offered.
    expect(state.columns).not.toContain('age');
    const url = `/v1/points/${run}/columns?names=rfm.monetary,churn_probability,clv`;
    const answer = await scene().api.call(viewer, 'GET', url);
    const { columns, rows } = unpackColumns(new Uint8Array(answer.rawPayload).buffer);
    expect([rows, [...columns.cluster!].filter((cluster) => cluster === 1).length]).toEqual([20, 10]);
    expect([...columns['rfm.monetary']!].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i * 10));
    expect([...columns.churn_probability!].filter(Number.isNaN)).toHaveLength(1);
    expect(Math.max(...[...columns.clv!].filter((value) => !Number.isNaN(value)))).toBe(95);
    const again = await scene().api.call(viewer, 'GET', url, {
      headers: { 'if-none-match': String(answer.headers.etag) },
    });
    expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0]);
    const zipped = await scene().api.call(viewer, 'GET', url, { headers: { 'accept-encoding': 'gzip' } });
    expect(zipped.headers['content-encoding']).toBe('gzip');
    const refused = async (path: string): Promise<unknown> => (await scene().api.call(viewer, 'GET', path)).json().code;
    expect(await refused(`/v1/points/${run}/columns?names=user_id`)).toBe('column_unknown');
    expect(await refused('/v1/points/another-run/columns?names=clv')).toBe('not_packed');
  });

  it('sends rows in the order of tokens, and which of them pass a filter', async () => {
    const columnsOf = async (answer: LightMyRequestResponse): Promise<Record<string, number[]>> => {
      expect(answer.statusCode).toBe(200);
      const { columns } = unpackColumns(new Uint8Array(answer.rawPayload).buffer);
      return Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, [...values]]));
    };
    const recency = await columnsOf(
      await scene().api.call(viewer, 'GET', `/v1/points/${run}/columns?names=rfm.recency`)
    );
    expect(recency['rfm.recency']).toEqual(Array.from({ length: 20 }, (_, i) => i));
    const ask = (filter: string, of = run): Promise<LightMyRequestResponse> =>
      scene().api.call(viewer, 'POST', `/v1/points/${of}/matching`, { body: { filter } });
    const passing = async (filter: string): Promise<number[]> =>
      (await columnsOf(await ask(filter)))[matchingColumn]!.flatMap((passes, row) => (passes ? [row] : []));
    // Fewer than half, more than half, everybody, nobody.
    expect(await passing('rfm.recency:[4 TO 9] AND grade:VIP')).toEqual([5, 7, 9]);
    expect(await passing('NOT rfm.recency:[4 TO 9]')).toEqual([0, 1, 2, 3, ...Array.from({ length: 10 }, (_, i) => i + 10)]); // prettier-ignore
    expect(await passing('*')).toHaveLength(20);
    expect(await passing('grade:none')).toEqual([]);
    expect((await ask('grade:(')).json().code).toBe('filter_unreadable');
    expect((await ask('*', 'another-run')).json().code).toBe('not_packed');
  });

  it('packs a run anew once it holds a customer that was not packed', async () => {
    const { owner } = scene().api;
    const index = runIndex(customers, run);
    const ask = (): Promise<LightMyRequestResponse> =>
      scene().api.call(viewer, 'POST', `/v1/points/${run}/matching`, { body: { filter: 'user_id:C-NEW' } });
    await owner.index({ index, id: 'C-NEW', document: { ...customer(1), user_id: 'C-NEW' }, refresh: true });
    expect((await ask()).json().code).toBe('not_packed');
    expect((await ask()).json().code).toBe('not_packed');
    const packed = async (): Promise<number> =>
      ((await scene().api.call(viewer, 'GET', '/v1/points')).json() as PointsState).packed;
    while ((await packed()) < 1);
    const { columns } = unpackColumns(new Uint8Array((await ask()).rawPayload).buffer);
    expect([...columns[matchingColumn]!].filter(Boolean)).toHaveLength(1);
    await owner.delete({ index, id: 'C-NEW', refresh: true });
  });

  const save = (as: typeof viewer, body: object): Promise<LightMyRequestResponse> =>
    scene().api.call(as, 'POST', '/v1/segments/saved', { body, key: randomUUID() });
  const listed = async (as = viewer): Promise<SavedSegmentList['items']> =>
    (valid(SavedSegmentList, await scene().api.call(as, 'GET', '/v1/segments/saved')) as SavedSegmentList).items;

  it('saves a segment with a count of its own, under a name that nobody else has', async () => {
    const name = `Low ${randomUUID()}`;
    const made = await save(viewer, { name, note: 'call them', selection: below });
    expect(valid(SavedSegment, made)).toMatchObject({
      name,
      kind: 'polygon',
      owner: 'park',
      frozenCount: 6,
      runId: run,
      now: { count: { value: 6, relation: 'eq' }, change: 0 },
    });
    expect((await save(editor, { name: name.toUpperCase(), selection: below })).json().code).toBe('name_taken');
    expect(await scene().stages('action=segment.save')).toEqual(expect.arrayContaining(['Completed:saved']));
  });

  it('tells how far a segment has drifted, and recounts on demand', async () => {
    const name = `Box ${randomUUID()}`;
    const made = (await save(editor, { name, selection: box(0, 9) })).json() as SavedSegment;
    const { owner } = scene().api;
    const index = runIndex(customers, run);
    await owner.index({ index, id: token(9), document: { ...customer(9), rfm: { recency: 15 } }, refresh: true });
    // Counts of a run are kept: another service begins anew.
    const other = await scene().api.replica();
    const url = '/v1/segments/saved';
    const seen = ((await other.call(viewer, 'GET', url)).json() as SavedSegmentList).items.find(
      ({ id }) => id === made.id
    )!;
    expect([seen.frozenCount, seen.now!.count.value, seen.now!.change]).toEqual([10, 9, expect.closeTo(-0.1)]);
    expect(seen.mayChange).toBe(false);
    const change = { body: { recount: true }, headers: { 'if-match': seen.etag } };
    expect((await other.call(viewer, 'PUT', `${url}/${made.id}`, change)).json().code).toBe('not_yours');
    expect((await other.call(editor, 'PUT', `${url}/${made.id}`, change)).json()).toMatchObject({ frozenCount: 9 });
    expect((await other.call(editor, 'PUT', `${url}/${made.id}`, change)).statusCode).toBe(412);
    await other.stop();
    await owner.index({ index, id: token(9), document: customer(9), refresh: true });
  });

  it('lets one’s own be deleted, and others’ by an editor only', async () => {
    const name = `Mine ${randomUUID()}`;
    const { id } = (await save(admin, { name, selection: { steps: [], clusters: [0] } })).json() as SavedSegment;
    const remove = async (as: typeof viewer): Promise<number> =>
      (await scene().api.call(as, 'DELETE', `/v1/segments/saved/${id}`)).statusCode;
    expect([await remove(viewer), await remove(editor), await remove(editor)]).toEqual([403, 204, 404]);
    expect((await listed()).map((one) => one.name)).not.toContain(name);
  });

  it('compares with an earlier run as long as it is kept', async () => {
    const runs = valid(SegmentRunList, await scene().api.call(viewer, 'GET', '/v1/segments/runs')) as SegmentRunList;
    expect(runs.items.map(({ runId, clusters }) => [runId, clusters])).toEqual([
      [run, 1],
      [earlier, 2],
    ]);
    const answer = (await scene().api.call(viewer, 'GET', `/v1/segments/comparison?with=${earlier}`)).json();
    expect(answer as SegmentComparison).toMatchObject({
      runId: run,
      with: earlier,
      segments: [{ cluster: 0 }, { cluster: 1 }],
      moves: [{ from_name: 'P1', to_name: 'P0', customers: 4 }],
    });
    const gone = await scene().api.call(viewer, 'GET', '/v1/segments/comparison?with=long-ago');
    expect([gone.statusCode, gone.json().code]).toEqual([404, 'run_unknown']);
  });

  it('exports a selection as CSV to whom it may, exactly who is inside', async () => {
    const body = { kind: 'customers', selection: below, reasonCode: 'policy' };
    const answer = await scene().api.call(editor, 'POST', '/v1/exports', { body });
    const lines = answer.body.trim().split('\r\n');
    expect([lines[0]!.split(',')[0], lines.length]).toEqual(['user_id', 7]);
    expect((await scene().api.call(viewer, 'POST', '/v1/exports', { body })).json().missing).toBe('data:export');
  });

  it('sums a customer’s spend up by quarter and category', async () => {
    const spender = account().id;
    const { owner } = scene().api;
    const spend = (at: string, amount: number, more: object = {}): object[] => [
      { index: { _index: monthlyIndex(transactions, new Date(at)) } },
      {
        '@timestamp': at,
        transaction_id: randomUUID(),
        user_id: spender,
        amount,
        currency: 'KRW',
        type: 'purchase',
        ...more,
      },
    ];
    await owner.bulk({
      refresh: true,
      operations: [
        ...spend('2025-01-10T00:00:00Z', 100, { category_large: 'old' }),
        ...spend('2026-01-10T00:00:00Z', 50, { category_large: 'travel' }),
        ...spend('2026-02-10T00:00:00Z', -20, { category_large: 'travel', type: 'refund' }),
        ...spend('2026-02-11T00:00:00Z', 999, { category_large: 'bets', type: 'bet' }),
      ],
    });
    const answer = await scene().api.call(viewer, 'GET', `/v1/customers/${spender}`);
    const { spending } = valid(CustomerProfile, answer) as CustomerProfile;
    expect(spending.quarters.map(({ amount }) => amount)).toEqual([100, 0, 0, 0, 30]);
    expect(spending.quarters[4]!.start).toBe('2026-01-01');
    expect(spending.categories).toEqual([{ category: 'travel', amount: 30 }]);
  });
};
