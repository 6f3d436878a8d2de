import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureCredentials } from '../elasticsearch/credentials';
import { keepPartUsers, partKeys } from '../elasticsearch/partUsers';
import { generateUsers } from '../elasticsearch/users';
import { stackPaths } from '../paths';
import { readPorts } from '../ports';
import { ensureSecret } from '../state/secrets';
import type { StackState } from '../state/stackState';
import { knownElasticsearch } from './knownElasticsearch';

const state = mkdtempSync(join(tmpdir(), 'spendscope-known-'));
afterAll(() => rmSync(state, { recursive: true }));
const starter = { name: 'npm start', pid: 1, start: '1' };
const know = (env: NodeJS.ProcessEnv, running?: Partial<StackState>): ReturnType<typeof knownElasticsearch> =>
  knownElasticsearch(
    { ...stackPaths('/clone', {}), state },
    readPorts({}),
    env,
    running && { starter, parts: [], docker: false, address: '', ...running }
  );

describe('knownElasticsearch', () => {
  it('knows none where nothing was given or started, nor where a running start uses another’s', () => {
    expect(know({})).toEqual({ url: undefined, caFile: undefined, users: {} });
    expect(know({}, {}).url).toBeUndefined();
  });

  it('asks the embedded one of a running start with its own users', () => {
    const users = ensureCredentials(state);
    const known = know({}, { parts: [{ name: 'elasticsearch', pid: 2, start: '2' }] });
    expect(known).toMatchObject({ url: 'https://127.0.0.1:9200', users });
  });

  it('asks the container as its superuser, by its own authority', () => {
    const password = ensureSecret(state, 'elastic-password');
    mkdirSync(join(state, 'docker-certs'));
    writeFileSync(join(state, 'docker-certs', 'ca.crt'), '');
    expect(know({}, { docker: true })).toMatchObject({
      url: 'https://localhost:9200',
      caFile: join(state, 'docker-certs', 'ca.crt'),
      users: { setup: { username: 'elastic', password }, grafana: { username: 'spendscope-grafana' } },
    });
  });

  it('asks a given one as the given user, and with the users that were made there', () => {
    const env = { ELASTICSEARCH_URL: 'https://es.example', ELASTICSEARCH_USERNAME: 'u', ELASTICSEARCH_PASSWORD: 'p' };
    expect(know(env)).toEqual({
      url: 'https://es.example',
      caFile: undefined,
      users: { setup: { username: 'u', password: 'p' } },
    });
    const made = generateUsers(partKeys);
    keepPartUsers(state, 'https://es.example', made);
    expect(know(env).users).toMatchObject(made);
  });
});
