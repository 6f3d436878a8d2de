import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Admin, Producer, stringSerializers } from '@platformatic/kafka';
import { indices } from '@spendscope/contracts';
import { installTemplates } from '@spendscope/elastic';
import { topics } from '@spendscope/kafka';
import { type TestKafka, startTestKafka } from '@spendscope/stack';
import { elasticAs } from '@spendscope/testing';
import { liveTransactions } from '../generate/generateLive';
import { runToEnd } from '../testing/startCli';
import { TestWorkspace, allDocuments, emptyIndices } from '../testing/workspace';
import { drainTopics } from './drainTopics';
import { type StreamPlan, readStreamFile } from './streamFile';

const setup = elasticAs('setup');
const workspace = new TestWorkspace();
const stateDir = join(workspace.root, 'state');
const streamFile = join(workspace.root, 'kafka.yml');
const patterns = [indices.transactions.pattern, indices.actions.pattern, indices.quarantine.pattern];
const never = new AbortController().signal;
const folder = join(workspace.root, 'drained');

let kafka: TestKafka;
let producer: Producer<string, string, string, string>;
let plan: StreamPlan;

beforeAll(async () => {
  await emptyIndices(setup, patterns);
  await installTemplates(setup);
  kafka = await startTestKafka();
  const admin = new Admin({ clientId: 'test', bootstrapBrokers: [kafka.broker] });
  await admin.createTopics({
    topics: [topics.transactions, topics.logins, topics.apiCalls],
    partitions: 3,
    replicas: 1,
  });
  await admin.close();
  producer = new Producer({ clientId: 'test', bootstrapBrokers: [kafka.broker], serializers: stringSerializers });
  writeFileSync(streamFile, `brokers: ['${kafka.broker}']\n`);
  plan = readStreamFile(streamFile);
});
afterAll(async () => {
  await producer.close(true);
  await kafka.stop();
  await emptyIndices(setup, patterns);
  await setup.close();
  workspace.remove();
});

const send = (topic: string, rows: readonly { key: string; value: string }[]): Promise<unknown> =>
  producer.send({ messages: rows.map((row) => ({ topic, ...row })) });

it('brings every message once, in the order of its partition, and again where it was not stored', async () => {
  const values = Array.from({ length: 5_000 }, (_, n) => ({ key: `k${n % 7}`, value: `{"n":\n${n}}` }));
  await send(topics.logins, values);
  const drain = async (store: (lines: string[][]) => void): Promise<number> =>
    drainTopics({ plan, folder, signal: never }, async (files) => {
      store(files.map(({ path }) => readFileSync(path, 'utf8').trimEnd().split('\n')));
    });

  await expect(
    drain(() => {
      throw new Error('the store is away');
    })
  ).rejects.toThrow('the store is away');
  expect(existsSync(folder)).toBe(false);

  let partitions: string[][] = [];
  expect(await drain((lines) => (partitions = lines))).toBe(5_000);
  const numbers = partitions.map((lines) => lines.map((line) => (JSON.parse(line) as { n: number }).n));
  expect(numbers.every((each) => each.every((n, i) => i === 0 || each[i - 1]! < n))).toBe(true);
  expect(numbers.flat().sort((a, b) => a - b)).toEqual(values.map((_, n) => n));

  expect(await drain(() => expect('nothing new').toBe('stored'))).toBe(0);
  await send(topics.logins, [{ key: 'k', value: '' }]);
  let last: string[][] = [];
  expect(await drain((lines) => (last = lines))).toBe(1);
  expect(last).toEqual([['null']]);
}, 300_000);

it('stores what topics hold as if it had come in files, and sets aside what it cannot read', async () => {
  const end = new Date(Date.now() - 3_600_000);
  const feed = liveTransactions({ world: 'card', users: 60, transactions: 1_200, seed: 4, end, rate: 5, start: end });
  const messages = Array.from({ length: 1_200 }, () => {
    const { row } = feed.next().value;
    return { key: String(row.customer_id), value: JSON.stringify(row) };
  });
  await send(topics.transactions, [...messages, { key: 'x', value: '{"amount":' }]);
  const ingest = () => runToEnd(['ingest', '--kafka', streamFile, '--preset', 'card'], stateDir);

  const first = await ingest();
  expect([first.code, first.code === 0 ? '' : first.errors]).toEqual([0, '']);
  expect((await allDocuments(setup, indices.transactions.readAs)).size).toBe(messages.length);
  const rejects = [...(await allDocuments(setup, indices.quarantine.name)).values()];
  expect(rejects.map(({ code }) => code)).toEqual(['bad_json']);
  expect(String(rejects[0]!.file)).toMatch(/^spendscope\.transactions\.\d\.0\.jsonl$/);

  const second = await ingest();
  expect([second.code, second.errors]).toEqual([0, expect.stringContaining('Kafka holds nothing new.')]);
  expect((await allDocuments(setup, indices.transactions.readAs)).size).toBe(messages.length);
}, 300_000);
