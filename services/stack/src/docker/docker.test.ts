import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateUsers } from '../elasticsearch/users';
import { writeComposeEnvironment } from './composeEnvironment';
import { dockerEngine } from './docker';

describe('dockerEngine', () => {
  it('tells an engine that answers from a client without one', async () => {
    expect(await dockerEngine(async () => ({ code: 0, stdout: '28.2.2\n', stderr: '' }))).toBe('28.2.2');
    expect(await dockerEngine(async () => ({ code: 0, stdout: '\n', stderr: 'Cannot connect' }))).toBeUndefined();
    expect(await dockerEngine(async () => ({ code: 127, stdout: '', stderr: '' }))).toBeUndefined();
  });
});

describe('writeComposeEnvironment', () => {
  const state = mkdtempSync(join(tmpdir(), 'spendscope-compose-'));
  afterAll(() => rmSync(state, { recursive: true }));

  it('gives docker compose every variable that it insists on, for its owner only', () => {
    const path = writeComposeEnvironment({
      state,
      users: generateUsers(),
      elasticPassword: 'e',
      channelToken: 'c',
      alertSecret: 'a',
      grafanaPassword: 'g',
      ports: { elasticsearch: 9201, api: 8085, ui: 3001 },
    });
    const names = readFileSync(path, 'utf8')
      .split('\n')
      .map((line) => line.split('=')[0]);
    const compose = readFileSync(join(__dirname, '../../../../docker-compose.yml'), 'utf8');
    const wanted = [...compose.matchAll(/\$\{(\w+):\?/g)].map((match) => match[1]);
    expect(wanted.length).toBeGreaterThan(0);
    expect(names).toEqual(expect.arrayContaining(wanted));
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });
});
