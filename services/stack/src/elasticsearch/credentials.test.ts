import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureSecret } from '../state/secrets';
import { ensureCredentials } from './credentials';

describe('secrets', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spendscope-secrets-'));
  const state = join(folder, 'state');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are made once and kept, for their owner only', () => {
    const users = ensureCredentials(state);
    expect(ensureCredentials(state)).toEqual(users);
    expect(ensureSecret(state, 'token')).toBe(ensureSecret(state, 'token'));
    for (const name of ['elasticsearch-users.json', 'token']) {
      expect(statSync(join(state, name)).mode & 0o777).toBe(0o600);
    }
    expect(statSync(state).mode & 0o777).toBe(0o700);
  });

  it.each([
    ['{"setup":', 'cannot be read'],
    ['{"setup":{"username":"a","password":"b"}}', 'are incomplete'],
  ])('say so where the file holds %s', (text, message) => {
    writeFileSync(join(state, 'elasticsearch-users.json'), text);
    expect(() => ensureCredentials(state)).toThrow(message);
  });
});
