import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readStreamFile } from './streamFile';

describe('a stream file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spendscope-stream-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const read = (text: string) => {
    writeFileSync(join(folder, 'kafka.yml'), text);
    return readStreamFile(join(folder, 'kafka.yml'));
  };

  it('needs the brokers only', () => {
    const { entities, group, deadLetters } = read("brokers: ['127.0.0.1:9092']");
    expect([...entities]).toEqual([
      ['spendscope.transactions', 'transactions'],
      ['spendscope.logins', 'actions'],
      ['spendscope.api-calls', 'actions'],
    ]);
    expect([group, deadLetters]).toEqual(['spendscope-watch', 'spendscope.dead-letters']);
  });

  it('names topics of one’s own', () => {
    const text =
      "brokers: ['127.0.0.1:9092']\ntopics: { transactions: [pay-kr, pay-jp], actions: [], deadLetters: dead }";
    const { entities, deadLetters } = read(text);
    expect([[...entities.keys()], deadLetters]).toEqual([['pay-kr', 'pay-jp'], 'dead']);
  });

  it.each([
    ['no brokers', 'group: a', 'wrong at its top'],
    ['a broker without a port', 'brokers: [kafka]', 'wrong at brokers.0'],
    ['another machine in the clear', "brokers: ['kafka.bank.test:9092']", 'without TLS'],
    [
      'a topic for two things',
      "brokers: ['127.0.0.1:1']\ntopics: { transactions: [a], actions: [a] }",
      'a topic twice',
    ],
    ['nothing to read', "brokers: ['127.0.0.1:1']\ntopics: { transactions: [], actions: [] }", 'no topic'],
    ['an unknown word', "brokers: ['127.0.0.1:1']\ntopic: a", 'wrong at'],
    ['no YAML', 'brokers: [', 'cannot be read'],
  ])('refuses %s', (_name, text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});
