import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Admin, Consumer, type Message, stringDeserializers } from '@platformatic/kafka';
import type { Intervention } from '@spendscope/contracts';
import { type TestKafka, startTestKafka } from '@spendscope/stack';
import { readConnectorFile } from './connectorFile';
import { type Connectors, createConnectors } from './createConnectors';
import { simulatorConnector } from './simulatorConnector';

const topic = 'spendscope.interventions';
const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
const lock = {
  id: 'iv-1',
  action: 'lock_account',
  target: { type: 'account', id: 'C-1' },
  reason_code: 'velocity',
  expires_at: '2026-11-25T00:00:00.000Z',
} as Intervention;

describe('the Kafka connector, against a real broker', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spendscope-kafka-connector-'));
  let kafka: TestKafka;
  let connectors: Connectors;

  beforeAll(async () => {
    kafka = await startTestKafka();
    const admin = new Admin({ clientId: 'test', bootstrapBrokers: [kafka.broker] });
    await admin.createTopics({ topics: [topic], partitions: 3, replicas: 1 });
    await admin.close();
    const file = join(folder, 'connectors.json');
    const bus = { kind: 'kafka', brokers: [kafka.broker], topic, timeoutMs: 3_000 };
    writeFileSync(
      file,
      JSON.stringify({ allowedHosts: ['127.0.0.1'], connectors: { bus }, actions: { lock_account: ['bus'] } })
    );
    connectors = createConnectors(readConnectorFile(file), simulatorConnector('es-flag', {}));
  });
  afterAll(async () => {
    await connectors.close();
    await kafka.stop();
    rmSync(folder, { recursive: true });
  });

  /** Everything on the topic, as one who reads from the start. */
  async function told(count: number): Promise<Message<string, string, string, string>[]> {
    const consumer = new Consumer({
      clientId: 'reader',
      groupId: `reader-${Math.random()}`,
      bootstrapBrokers: [kafka.broker],
      deserializers: stringDeserializers,
    });
    const stream = await consumer.consume({ topics: [topic], mode: 'earliest', autocommit: false });
    const messages: Message<string, string, string, string>[] = [];
    for await (const message of stream) {
      messages.push(message);
      if (messages.length === count) {
        break;
      }
    }
    await consumer.close(true);
    return messages;
  }

  it('tells each act of a target in its order, under a key by which the reader does it once', async () => {
    const bus = connectors.for('enforce', 'lock_account');
    expect(bus.name).toBe('bus+es-flag');
    expect((await bus.plan(lock)).effects[0]).toBe(`bus is told on the topic ${topic}.`);
    await bus.apply(lock, traceparent);
    await bus.apply({ ...lock, expires_at: '2026-11-26T00:00:00.000Z' }, traceparent);
    await bus.revert(lock, traceparent);
    await connectors.for('observe', 'lock_account').apply(lock, traceparent);

    const messages = await told(3);
    expect(new Set(messages.map(({ key, partition }) => `${key} ${partition}`)).size).toBe(1);
    expect(messages[0]!.key).toBe('account:C-1');
    expect(messages.map(({ headers }) => headers.get('idempotency-key'))).toEqual([
      'iv-1:apply:2026-11-25T00:00:00.000Z',
      'iv-1:apply:2026-11-26T00:00:00.000Z',
      'iv-1:revert',
    ]);
    expect(messages.map(({ headers }) => headers.get('traceparent'))).toEqual(Array(3).fill(traceparent));
    expect(JSON.parse(messages[0]!.value)).toEqual({
      operation: 'apply',
      intervention: {
        id: 'iv-1',
        action: 'lock_account',
        target: { type: 'account', id: 'C-1' },
        reasonCode: 'velocity',
        expiresAt: '2026-11-25T00:00:00.000Z',
      },
    });
  });

  it('says that it failed while the broker is away, so that nothing counts as done, and works when it is back', async () => {
    const bus = connectors.for('enforce', 'lock_account');
    const other = { ...lock, id: 'iv-2', target: { type: 'account', id: 'C-2' } } as Intervention;
    await kafka.kill();
    await expect(bus.apply(other, traceparent)).rejects.toThrow();
    // The states index comes after it: the whole is not in force.
    expect(await bus.status(other, traceparent)).toBe('absent');
    await kafka.startAgain();
    await bus.apply(other, traceparent);
    expect(await bus.status(other, traceparent)).toBe('applied');
    expect((await told(4)).map(({ key }) => key)).toContain('account:C-2');
  });
});
