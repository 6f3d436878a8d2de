import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Intervention } from '@spendscope/contracts';
import { CircuitBreaker } from './CircuitBreaker';
import { readConnectorFile } from './connectorFile';
import { createConnectors } from './createConnectors';
import { simulatorConnector } from './simulatorConnector';
import { signWebhook, webhookConnector } from './webhookConnector';

const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
const secret = 'secret-of-the-core-banking-system';
const intervention = {
  id: 'iv-1',
  action: 'lock_account',
  target: { type: 'account', id: 'C-1' },
  reason_code: 'velocity',
  expires_at: '2026-11-25T00:00:00.000Z',
} as Intervention;

interface Call {
  request: IncomingMessage;
  body: string;
}

describe('the webhook connector, against a real HTTP server', () => {
  let server: Server;
  let calls: Call[];
  let answers: { status: number; body?: string; delayMs?: number; location?: string }[];
  beforeEach(async () => {
    calls = [];
    answers = [];
    server = createServer((request, response) => {
      void text(request).then((body) => {
        calls.push({ request, body });
        const answer = answers.shift() ?? { status: 200 };
        setTimeout(() => {
          response.writeHead(answer.status, answer.location ? { location: answer.location } : {});
          response.end(answer.body);
        }, answer.delayMs ?? 0);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/acts`;
  const connector = (change: { timeoutMs?: number; attempts?: number } = {}) =>
    webhookConnector(
      { name: 'core', url: address(), secret, timeoutMs: 2_000, attempts: 3, ...change },
      new CircuitBreaker('core')
    );

  it('says what happened to whom, signed, under our id as its key and within the trace of its caller', async () => {
    await connector().apply(intervention, traceparent);
    const [{ request, body }] = calls as [Call];
    expect(JSON.parse(body)).toEqual({
      operation: 'apply',
      intervention: {
        id: 'iv-1',
        action: 'lock_account',
        target: { type: 'account', id: 'C-1' },
        reasonCode: 'velocity',
        expiresAt: '2026-11-25T00:00:00.000Z',
      },
    });
    const { headers } = request;
    expect(headers['idempotency-key']).toBe('iv-1:apply:2026-11-25T00:00:00.000Z');
    expect(headers.traceparent).toBe(traceparent);
    expect(headers['x-spendscope-signature']).toBe(
      signWebhook(secret, String(headers['x-spendscope-timestamp']), body)
    );
  });

  it('tries again under the same key where the other side fails or is slow, and then gives up', async () => {
    answers = [{ status: 503 }, { status: 200, delayMs: 1_000 }, { status: 200 }];
    await connector({ timeoutMs: 300 }).revert(intervention, traceparent);
    expect(calls.map(({ request }) => request.headers['idempotency-key'])).toEqual(Array(3).fill('iv-1:revert'));
    answers = [{ status: 500 }, { status: 502 }];
    await expect(connector({ attempts: 2 }).revert(intervention, traceparent)).rejects.toThrow('answered 502');
  });

  it('takes a no for an answer, and follows nobody elsewhere', async () => {
    answers = [{ status: 422 }];
    await expect(connector().apply(intervention, traceparent)).rejects.toMatchObject({ name: 'WebhookRefused' });
    answers = [{ status: 307, location: 'http://127.0.0.1:9/elsewhere' }];
    await expect(connector().apply(intervention, traceparent)).rejects.toThrow('answered 307');
    expect(calls).toHaveLength(2);
  });

  it('asks whether it is in force, and believes only a clear answer', async () => {
    answers = [
      { status: 200, body: '{"status":"applied"}' },
      { status: 200, body: '{"status":"maybe"}' },
    ];
    expect(await connector().status(intervention, traceparent)).toBe('applied');
    await expect(connector().status(intervention, traceparent)).rejects.toThrow();
  });

  describe('from a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'spendscope-connectors-'));
    const file = join(folder, 'connectors.yaml');
    writeFileSync(join(folder, 'secret'), secret);
    afterAll(() => rmSync(folder, { recursive: true }));
    const write = (url: string, hosts: string[], actions: object = { lock_account: ['core'] }): string => {
      const core = { kind: 'webhook', url, secretFile: join(folder, 'secret') };
      writeFileSync(file, JSON.stringify({ allowedHosts: hosts, connectors: { core }, actions }));
      return file;
    };

    it('carries out the actions that it names, with the states index last and first to be taken back', async () => {
      const order: string[] = [];
      const states = {
        ...simulatorConnector('es-flag', {}),
        apply: async () => void order.push(`flag, after ${calls.length} calls`),
        revert: async () => void order.push(`flag off, after ${calls.length} calls`),
      };
      const connectors = createConnectors(readConnectorFile(write(address(), ['127.0.0.1'])), states);
      const both = connectors.for('enforce', 'lock_account');
      expect([both.name, connectors.for('enforce', 'require_extra_auth').name]).toEqual(['core+es-flag', 'es-flag']);
      await both.apply(intervention, traceparent);
      await both.revert(intervention, traceparent);
      expect(order).toEqual(['flag, after 1 calls', 'flag off, after 1 calls']);
      await connectors.for('observe', 'lock_account').apply(intervention, traceparent);
      expect(calls).toHaveLength(2);
    });

    it.each([
      [
        'a host that is not allowed',
        'https://evil.test/x',
        ['bank.test'],
        undefined,
        'which allowedHosts does not list',
      ],
      ['plain HTTP to elsewhere', 'http://bank.test/x', ['bank.test'], undefined, 'Use https'],
      ['no address', 'file:///etc/passwd', ['bank.test'], undefined, '/connectors/core'],
      ['an unknown connector', 'https://bank.test/x', ['bank.test'], { lock_account: ['other'] }, '"other"'],
      ['an unknown action', 'https://bank.test/x', ['bank.test'], { explode: ['core'] }, '/actions'],
    ])('refuses %s', (_name, url, hosts, actions, message) => {
      expect(() => readConnectorFile(write(url, hosts, actions))).toThrow(message);
    });

    it.each([
      ['that is not allowed', 'evil.test:9092', ['bank.test'], 'which allowedHosts does not list'],
      ['in the clear', 'kafka.bank.test:9092', ['kafka.bank.test'], 'without TLS'],
    ])('refuses a Kafka broker %s', (_name, broker, allowedHosts, message) => {
      const bus = { kind: 'kafka', brokers: [broker], topic: 'acts' };
      writeFileSync(file, JSON.stringify({ allowedHosts, connectors: { bus }, actions: { lock_account: ['bus'] } }));
      expect(() => readConnectorFile(file)).toThrow(message);
    });
  });
});

describe('the simulator', () => {
  it('remembers, and fails as often as it was told, the same way each time', async () => {
    const outcomes = async (): Promise<string[]> => {
      const simulator = simulatorConnector('sim', { failShare: 0.5, seed: 7 });
      const tries = Array.from({ length: 40 }, (_, id) =>
        simulator.apply({ ...intervention, id: String(id) }, traceparent)
      );
      return (await Promise.allSettled(tries)).map((one) => one.status);
    };
    const once = await outcomes();
    expect(once).toEqual(await outcomes());
    expect(once.filter((status) => status === 'rejected').length).toBeGreaterThan(10);
    const simulator = simulatorConnector('sim', {});
    await simulator.apply(intervention, traceparent);
    expect(await simulator.status(intervention, traceparent)).toBe('applied');
    await simulator.revert(intervention, traceparent);
    expect(await simulator.status(intervention, traceparent)).toBe('absent');
  });
});
