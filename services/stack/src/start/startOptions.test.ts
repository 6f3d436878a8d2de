import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseStartOptions } from './startOptions';

describe('parseStartOptions', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spendscope-options-'));
  const file = join(folder, 'sales.csv.gz');
  beforeAll(() => writeFileSync(file, ''));
  afterAll(() => rmSync(folder, { recursive: true }));
  const parse = (...argv: string[]): ReturnType<typeof parseStartOptions> => parseStartOptions(argv, folder, {});

  it('asks for nothing in particular by default, with a feed', () => {
    expect(parse()).toEqual({ source: undefined, feed: true, resetData: false, makeUsers: false });
  });

  it('finds files relative to where npm was called', () => {
    expect(parse('--preset', 'online-retail', '--transactions', 'sales.csv.gz', '--no-feed')).toEqual({
      source: { kind: 'files', preset: 'online-retail', transactions: [file], customers: [] },
      feed: false,
      resetData: false,
      makeUsers: false,
    });
  });

  it('makes users only on a server that was given', () => {
    expect(() => parse('--make-users')).toThrow('ELASTICSEARCH_URL is not set');
    const env = { ELASTICSEARCH_URL: 'https://elasticsearch.example:9200' };
    expect(parseStartOptions(['--make-users'], folder, env).makeUsers).toBe(true);
  });

  it('scales a demo by its customers', () => {
    expect(parse('--users', '2000', '--seed', '3').source).toEqual({
      kind: 'demo',
      world: 'card',
      users: 2000,
      transactions: 40_000,
      seed: 3,
    });
    expect(parse('--demo-transactions', '5', '--world', 'play').source).toMatchObject({
      world: 'play',
      transactions: 5,
    });
  });

  it('names a file that is missing, and leaves patterns alone', () => {
    expect(() => parse('--preset', 'card', '--customers', 'none.csv')).toThrow(
      `There is no file ${join(folder, 'none.csv')}`
    );
    expect(parse('--preset', 'card', '--transactions', '*.csv').source).toMatchObject({
      transactions: [join(folder, '*.csv')],
    });
  });

  it('refuses files and a demo at once, and a preset without files', () => {
    expect(() => parse('--transactions', 'sales.csv.gz', '--users', '5')).toThrow('at once');
    expect(() => parse('--preset', 'card')).toThrow('no file to read');
  });
});
