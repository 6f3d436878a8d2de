import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Admin, Consumer, ProduceAcks, Producer, stringDeserializers, stringSerializers } from '@platformatic/kafka';
import { type IndexDefinition, allIndices, indices } from '@spendscope/contracts';
import { installTemplates } from '@spendscope/elastic';
import { topics } from '@spendscope/kafka';
import { type TestKafka, startTestKafka } from '@spendscope/stack';
import { elasticAs } from '@spendscope/testing';
import { loadCustomerTable } from '../analyze/customerTable';
import { detect, publishDetection } from '../analyze/detect/detect';
import { createSpendView } from '../analyze/spendView';
import { readFeedback } from '../feedback/readFeedback';
import { liveTransactions } from '../generate/generateLive';
import { generateWorld } from '../generate/generateWorld';
import { ingest } from '../ingest/ingest';
import { loadPreset } from '../ingest/loadMapping';
import { type StoreMeta, readMeta } from '../store/schema';
import { startCli } from '../testing/startCli';
import { TestWorkspace, allDocuments, emptyIndices } from '../testing/workspace';

const setup = elasticAs('setup');
const pipeline = elasticAs('pipeline');
const everything = (allIndices as readonly IndexDefinition[]).map(({ pattern }) => pattern);
const workspace = new TestWorkspace();
const end = new Date(Date.now() - 3_600_000);
const world = { world: 'card', users: 300, transactions: 6_000, seed: 5, end } as const;
const streamed = 1_500;
const group = 'watch-test';

let kafka: TestKafka;
let producer: Producer<string, string, string, string>;
let admin: Admin;
const watchers: ChildProcess[] = [];

beforeAll(async () => {
  await emptyIndices(setup, everything);
  await installTemplates(setup);
  await trainOnHistory();
  kafka = await startTestKafka();
  admin = new Admin({ clientId: 'test', bootstrapBrokers: [kafka.broker] });
  for (const topic of [topics.transactions, topics.logins, topics.apiCalls, topics.deadLetters]) {
    await admin.createTopics({ topics: [topic], partitions: 4, replicas: 1 });
  }
  producer = new Producer({
    clientId: 'test',
    bootstrapBrokers: [kafka.broker],
    serializers: stringSerializers,
    acks: ProduceAcks.ALL,
    retries: 20,
    retryDelay: 500,
  });
}, 600_000);
afterAll(async () => {
  watchers.forEach((watcher) => watcher.kill('SIGKILL'));
  await producer.close(true);
  await admin.close();
  await kafka.stop();
  await emptyIndices(setup, everything);
  await installTemplates(setup);
  await Promise.all([setup, pipeline].map((client) => client.close()));
  workspace.remove();
});

async function trainOnHistory(): Promise<void> {
  const out = join(workspace.root, 'data');
  await generateWorld({ ...world, out, format: 'csv' });
  const files = ['transactions', 'customers'].map((name) => join(out, `${name}.csv`));
  const input = { input: { files }, mapping: loadPreset('card'), maxRejects: { count: 0 }, replace: false, now: end };
  await workspace.job(pipeline, 'ingest', async (context) => void (await ingest(context, input)));
  await workspace.job(pipeline, 'analyze', async (context) => {
    const meta = (await readMeta(context.store)) as StoreMeta;
    const feedback = await readFeedback(pipeline, end);
    const options = { seed: 1, rows: world.transactions, first: end, last: end, at: end, meta, feedback };
    const detector = await detect(context, options);
    await createSpendView(context.store, meta.timeZone);
    await loadCustomerTable(context.store, { kind: 'transactions', timeZone: meta.timeZone });
    await publishDetection(context, detector, options);
  });
}

function startWatcher(): ChildProcess {
  const file = join(workspace.root, 'kafka.yml');
  writeFileSync(file, `brokers: ['${kafka.broker}']\ngroup: ${group}\n`);
  const child = startCli(['watch', '--kafka', file, '--preset', 'card'], join(workspace.root, 'state'));
  child.stderr!.resume();
  child.stdout!.resume();
  watchers.push(child);
  return child;
}

const send = (topic: string, key: string, value: string): Promise<unknown> =>
  producer.send({ messages: [{ topic, key, value }] });

async function count(index: string): Promise<number> {
  await setup.indices.refresh({ index, ignore_unavailable: true });
  return (await setup.count({ index, ignore_unavailable: true })).count;
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (await holds()) {
      return;
    }
    await sleep(500);
  }
  throw new Error(`${what} did not come about.`);
}

it('loses and doubles nothing while watchers and the broker are killed, and sets aside what it cannot read', async () => {
  const rows: Record<string, unknown>[] = [];
  const feed = liveTransactions({ ...world, rate: 5, start: end });
  while (rows.length < streamed) {
    rows.push(feed.next().value.row);
  }
  const before = await count(indices.transactions.readAs);
  const [first] = [startWatcher(), startWatcher()];
  const broken = ['{"transaction_id": "T-broken"', '{"transaction_id":"T-half","customer_id":"U1"}'];
  // It passes as an address here, and Elasticsearch takes it for none.
  const refused = { ...rows[0], transaction_id: 'T-refused', ip: 'fffff::1' };
  broken.push(JSON.stringify(refused));

  for (const [place, row] of rows.entries()) {
    await send(topics.transactions, String(row.customer_id), JSON.stringify(row));
    if (place === 300) {
      await Promise.all(broken.map((text) => send(topics.transactions, 'x', text)));
      const login = { action_id: 'A-1', timestamp: end.toISOString(), customer_id: 'U-login', action: 'login' };
      await send(topics.logins, 'U-login', JSON.stringify(login));
      await until('a first part', async () => (await count(indices.transactions.readAs)) > before + 50);
      first!.kill('SIGKILL');
      startWatcher();
    }
    if (place === 900) {
      await kafka.kill();
      await kafka.startAgain();
    }
  }

  const stored = async (): Promise<number> => (await count(indices.transactions.readAs)) - before;
  await until('all that was sent', async () => (await stored()) >= rows.length);
  const documents = await allDocuments(setup, indices.transactions.readAs);
  const ids = [...documents.keys()].map((path) => path.split('/')[1]!);
  expect(new Set(ids).size).toBe(ids.length);
  expect(rows.filter((row) => !ids.includes(String(row.transaction_id)))).toEqual([]);
  expect(ids).toHaveLength(before + rows.length);
  expect(await count(indices.actions.readAs)).toBe(1);

  const letters = await deadLetters(broken.length);
  expect(new Set(letters.map(({ value }) => value))).toEqual(new Set(broken));
  expect(new Set(letters.map(({ headers }) => headers.get('spendscope-code')))).toEqual(
    new Set(['bad_json', 'missing_timestamp', 'refused_by_elasticsearch'])
  );
  expect(new Set(letters.map(({ headers }) => headers.get('spendscope-origin'))).size).toBe(broken.length);

  const letter = letters.find(({ value }) => value.includes('T-refused'))!.headers;
  expect(letter.get('spendscope-origin')).toMatch(new RegExp(`^${topics.transactions}/\\d/\\d+$`));
  expect(letter.get('spendscope-reason')).toMatch(/^document_parsing_exception: .*\[ip\]/);

  const anomalies = await allDocuments(setup, indices.anomalies.name);
  expect([...anomalies.keys()].filter((path) => path.endsWith('/T-refused'))).toEqual([]);
  const live = [...anomalies.values()].filter(({ transaction_id }) =>
    rows.some((row) => row.transaction_id === transaction_id)
  );
  expect(live.length).toBeGreaterThan(0);
  expect(new Set(live.map(({ transaction_id }) => transaction_id)).size).toBe(live.length);
  await untilCommitted();
}, 900_000);

it('ends when it is told to, as a run that succeeded', async () => {
  const alive = watchers.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
  expect(alive).toHaveLength(2);
  const exits = alive.map((watcher) => once(watcher, 'exit') as Promise<[number | null]>);
  alive.forEach((watcher) => watcher.kill('SIGTERM'));
  expect((await Promise.all(exits)).map(([code]) => code)).toEqual([0, 0]);
  const runs = await allDocuments(setup, indices.runs.name);
  const ended = [...runs.values()].filter(({ kind, status }) => kind === 'watch' && status === 'succeeded');
  expect(ended).toHaveLength(2);
}, 120_000);

/** Every message that the dead letters' topic holds, once `least` are there. */
async function deadLetters(least: number): Promise<{ value: string; headers: Map<string, string> }[]> {
  const consumer = new Consumer({
    clientId: 'reader',
    groupId: 'reader',
    bootstrapBrokers: [kafka.broker],
    deserializers: stringDeserializers,
  });
  const stream = await consumer.consume({ topics: [topics.deadLetters], mode: 'earliest', autocommit: false });
  const letters: { value: string; headers: Map<string, string> }[] = [];
  for await (const { value, headers } of stream) {
    letters.push({ value, headers });
    if (new Set(letters.map((letter) => letter.value)).size === least) {
      break;
    }
  }
  await consumer.close(true);
  return letters;
}

/** The group has said of everything that it is done. */
async function untilCommitted(): Promise<void> {
  const consumer = new Consumer({ clientId: 'lag', groupId: group, bootstrapBrokers: [kafka.broker] });
  const partitions = [0, 1, 2, 3];
  try {
    await until('offsets that leave no lag', async () => {
      const ends = await consumer.listOffsets({ topics: [topics.transactions] });
      const done = await consumer.listCommittedOffsets({ topics: [{ topic: topics.transactions, partitions }] });
      const [last, committed] = [ends, done].map((offsets) => offsets.get(topics.transactions)!);
      return partitions.every((partition) => last![partition] === 0n || last![partition] === committed![partition]);
    });
  } finally {
    await consumer.close(true);
  }
}
