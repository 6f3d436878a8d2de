import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from '@elastic/elasticsearch';
import { bulkBatches, bulkEntry } from './bulkBatches';
import { type BulkBatch, BulkWriteError } from './bulkTypes';
import { bulkWrite } from './bulkWrite';

type Answer = { status: number; items?: { status: number; error?: { type: string; reason: string } }[] } | 'hang up';

let server: Server;
let client: Client;
/** ids of each request, in the order of arrival */
let requests: string[][];
let answers: ((ids: string[]) => Answer)[];
let underWay = 0;
let mostUnderWay = 0;

const stored = (ids: string[]): Answer => ({ status: 200, items: ids.map(() => ({ status: 201 })) });

beforeEach(async () => {
  requests = [];
  answers = [];
  underWay = mostUnderWay = 0;
  server = createServer((request, response) => {
    let body = '';
    mostUnderWay = Math.max(mostUnderWay, ++underWay);
    request.on('data', (text: Buffer) => (body += text.toString()));
    request.on('end', () => {
      const actions = body.trimEnd().split('\n').filter((_, i) => i % 2 === 0); // prettier-ignore
      const ids = actions.map((line) => (JSON.parse(line) as { index: { _id: string } }).index._id);
      requests.push(ids);
      const answer = (answers.shift() ?? stored)(ids);
      underWay--;
      if (answer === 'hang up') {
        request.socket.destroy();
        return;
      }
      const items = answer.items ?? [];
      response.writeHead(answer.status, { 'content-type': 'application/json', 'x-elastic-product': 'Elasticsearch' });
      response.end(
        JSON.stringify({ errors: items.some(({ error }) => error), items: items.map((item) => ({ index: item })) })
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  client = new Client({ node: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
afterEach(async () => {
  await client.close();
  await new Promise((resolve) => server.close(resolve));
});

const batchOf = (...ids: string[]): BulkBatch => ({
  body: ids.map((id) => bulkEntry('things', id, { id })).join(''),
  documents: ids.length,
});
const quick = { firstDelay: 1 };

it('repeats a request that the server was too busy for, or that broke off', async () => {
  answers = [() => ({ status: 429 }), () => ({ status: 503 }), () => 'hang up'];
  const stats = await bulkWrite(client, [batchOf('a', 'b')], quick);
  expect(stats).toMatchObject({ documents: 2, failed: 0, batches: 1, retries: 3 });
  expect(requests).toEqual(Array(4).fill(['a', 'b']));
});

it('sends only those documents again that were refused for now', async () => {
  const busy = { status: 429, error: { type: 'es_rejected_execution_exception', reason: 'queue is full' } };
  answers = [() => ({ status: 200, items: [{ status: 201 }, busy, { status: 201 }, busy] })];
  const stats = await bulkWrite(client, [batchOf('a', 'b', 'c', 'd')], quick);
  expect(requests).toEqual([
    ['a', 'b', 'c', 'd'],
    ['b', 'd'],
  ]);
  expect(stats).toMatchObject({ documents: 4, failed: 0, retries: 1 });
});

it('counts what is refused for good by its reason, writes the rest, and raises it at the end', async () => {
  const wrong = { status: 400, error: { type: 'strict_dynamic_mapping_exception', reason: 'no field [x]' } };
  answers = [() => ({ status: 200, items: [wrong, { status: 201 }] })];
  const failure = await bulkWrite(client, [batchOf('a', 'b'), batchOf('c')], { ...quick, concurrency: 1 }).catch(
    (error: unknown) => error
  );
  expect(failure).toBeInstanceOf(BulkWriteError);
  expect((failure as BulkWriteError).stats).toMatchObject({
    documents: 2,
    failed: 1,
    reasons: { 'strict_dynamic_mapping_exception: no field [x]': 1 },
  });
  expect(requests).toEqual([['a', 'b'], ['c']]);
});

it('tells of what is refused for what it is, where asked to; what circumstances refuse stays a failure', async () => {
  const wrong = { status: 400, error: { type: 'document_parsing_exception', reason: 'no address' } };
  const full = { status: 400, error: { type: 'validation_exception', reason: 'too many shards' } };
  const forbidden = { status: 403, error: { type: 'cluster_block_exception', reason: 'read-only' } };
  answers = [() => ({ status: 200, items: [{ status: 201 }, wrong, full, forbidden] })];
  const refused: unknown[] = [];
  const failure = await bulkWrite(client, [batchOf('a', 'b', 'c', 'd')], {
    ...quick,
    onRefused: (refusal) => refused.push(refusal),
  }).catch((error: unknown) => error);
  expect(refused).toEqual([{ index: 'things', id: 'b', reason: 'document_parsing_exception: no address' }]);
  expect((failure as BulkWriteError).stats).toMatchObject({ documents: 1, failed: 2 });
  answers = [() => ({ status: 200, items: [wrong] })];
  await expect(bulkWrite(client, [batchOf('a')], { ...quick, onRefused: () => {} })).resolves.toMatchObject({
    failed: 0,
  });
});

it('gives up after the stated attempts, with the server’s error', async () => {
  answers = Array.from({ length: 3 }, () => () => ({ status: 503 }));
  await expect(bulkWrite(client, [batchOf('a')], { ...quick, attempts: 3 })).rejects.toMatchObject({ statusCode: 503 });
  expect(requests).toHaveLength(3);
});

it('asks the source for no more than it can send', async () => {
  let asked = 0;
  function* source(): Generator<BulkBatch> {
    for (; asked < 20; asked++) {
      expect(asked - requests.length).toBeLessThanOrEqual(3);
      yield batchOf(String(asked));
    }
  }
  await bulkWrite(client, source(), { ...quick, concurrency: 3 });
  expect(requests).toHaveLength(20);
  expect(mostUnderWay).toBeLessThanOrEqual(3);
});

it('confirms batches in order, whatever order they end in', async () => {
  const confirmed: number[] = [];
  answers = [() => ({ status: 429 })];
  await bulkWrite(client, [batchOf('a'), batchOf('b'), batchOf('c')], {
    firstDelay: 30,
    concurrency: 3,
    onConfirmed: (batch) => confirmed.push(batch),
  });
  expect(confirmed).toEqual([0, 1, 2]);
});

it('stops when it is aborted', async () => {
  const ending = new AbortController();
  answers = [
    (ids) => {
      ending.abort(new Error('enough'));
      return stored(ids);
    },
  ];
  const batches = Array.from({ length: 50 }, (_, i) => batchOf(String(i)));
  await expect(bulkWrite(client, batches, { ...quick, concurrency: 1, signal: ending.signal })).rejects.toThrow();
  expect(requests.length).toBeLessThan(5);
});

it('packs entries into batches of about the given size', async () => {
  const entries = Array.from({ length: 10 }, (_, i) => bulkEntry('things', String(i), { text: 'x'.repeat(50) }));
  const sizes: number[] = [];
  for await (const { documents } of bulkBatches(entries, 3 * entries[0]!.length)) {
    sizes.push(documents);
  }
  expect(sizes).toEqual([3, 3, 3, 1]);
});
