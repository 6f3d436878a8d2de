import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { credentialsFile } from './credentials';
import { keepPartUsers, keptPartUsers, partKeys, partUsersFolder, partUsersFromEnvironment } from './partUsers';
import { generateUsers } from './users';

const all = { SPENDSCOPE_PIPELINE_PASSWORD: 'p', SPENDSCOPE_API_PASSWORD: 'a', SPENDSCOPE_GRAFANA_PASSWORD: 'g' };

describe('partUsersFromEnvironment', () => {
  it('names each part’s user by its password', () => {
    expect(partUsersFromEnvironment(all)?.api).toEqual({ username: 'spendscope-api', password: 'a' });
    expect(partUsersFromEnvironment({})).toBeUndefined();
  });

  it('refuses some without the others, which would quietly share a user', () => {
    expect(() => partUsersFromEnvironment({ ...all, SPENDSCOPE_API_PASSWORD: '' })).toThrow(
      'SPENDSCOPE_API_PASSWORD is not set.'
    );
  });
});

describe('kept users', () => {
  const state = mkdtempSync(join(tmpdir(), 'spendscope-given-'));
  afterAll(() => rmSync(state, { recursive: true }));

  it('are one server’s only, and readable by their owner only', () => {
    const url = 'https://elasticsearch.example:9200';
    const users = generateUsers(partKeys);
    keepPartUsers(state, url, users);
    expect(keptPartUsers(state, `${url}/`)).toEqual(users);
    expect(keptPartUsers(state, 'https://other.example:9200')).toBeUndefined();
    expect(statSync(credentialsFile(partUsersFolder(state, url))).mode & 0o777).toBe(0o600);
  });
});
