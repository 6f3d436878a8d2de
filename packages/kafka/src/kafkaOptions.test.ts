import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kafkaOptions } from './kafkaOptions';

describe('options of a Kafka client', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spendscope-kafka-options-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };

  it('read secrets from files, without the line end that an editor leaves', () => {
    const sasl = { mechanism: 'SCRAM-SHA-512', username: 'spendscope', passwordFile: file('p', 'secret\n') } as const;
    const tls = { caFile: file('ca', 'PEM') };
    expect(kafkaOptions({ brokers: ['kafka.bank.test:9093'], tls, sasl }, 'watch')).toMatchObject({
      clientId: 'watch',
      bootstrapBrokers: ['kafka.bank.test:9093'],
      tls: { ca: Buffer.from('PEM') },
      sasl: { mechanism: 'SCRAM-SHA-512', username: 'spendscope', password: 'secret' },
    });
  });

  it('send nothing to another machine in the clear', () => {
    expect(() => kafkaOptions({ brokers: ['127.0.0.1:9092', 'kafka.bank.test:9092'] }, 'watch')).toThrow(
      'kafka.bank.test:9092 would be reached without TLS'
    );
    expect(kafkaOptions({ brokers: ['localhost:9092'] }, 'watch')).not.toHaveProperty('tls');
  });
});
