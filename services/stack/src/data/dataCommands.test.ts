import { dataCommands } from './dataCommands';

const shared = { demoFolder: '/state/demo', end: '2026-02-03T04:05:06.000Z', replace: false };

describe('dataCommands', () => {
  it('generates, ingests and analyzes a demo', () => {
    const source = { kind: 'demo', world: 'play', users: 10, transactions: 100, seed: 7 } as const;
    const lines = dataCommands({ ...shared, source }).map((command) => command.args.join(' '));
    expect(lines).toEqual([
      'generate --world play --users 10 --transactions 100 --seed 7 --end 2026-02-03T04:05:06.000Z --days 830 --out /state/demo',
      'ingest --preset play --customers /state/demo/customers.csv --transactions /state/demo/transactions.csv --actions /state/demo/actions.csv',
      'analyze',
      'monitor-models',
    ]);
  });

  it('ingests files that lie elsewhere, dropping what was there when asked', () => {
    const source = { kind: 'files', preset: 'card', transactions: ['/a b.csv', '/c.csv'], customers: [] } as const;
    const commands = dataCommands({
      ...shared,
      source: { ...source, transactions: [...source.transactions], customers: [] },
      replace: true,
    });
    expect(commands.map((command) => command.args)).toEqual([
      ['ingest', '--replace', '--preset', 'card', '--transactions', '/a b.csv', '/c.csv'],
      ['analyze'],
      ['monitor-models'],
    ]);
  });
});
