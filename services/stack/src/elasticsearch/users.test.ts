import { pbkdf2Sync } from 'node:crypto';
import { rolesFile } from './rolesFile';
import { generateUsers, hashPassword, usersFile, usersRolesFile } from './users';

describe('users', () => {
  it('have long passwords, each its own', () => {
    const passwords = Object.values(generateUsers()).map((user) => user.password);
    expect(new Set(passwords).size).toBe(4);
    expect(passwords.every((password) => password.length >= 32)).toBe(true);
  });

  it('are written with their hash, never with their password', () => {
    const users = generateUsers();
    const text = usersFile(users);
    expect(text).toMatch(/^spendscope-grafana:\{PBKDF2\}10000\$/m);
    expect(text).not.toContain(users.grafana.password);
    expect(usersRolesFile(users)).toContain('spendscope_grafana:spendscope-grafana\n');
  });

  it('hash as Elasticsearch reads it: rounds, salt and 32 bytes, in base64', () => {
    const salt = Buffer.alloc(32, 1);
    const [, rounds, saltText, hash] = /^\{PBKDF2\}(\d+)\$(.+)\$(.+)$/.exec(hashPassword('secret', salt))!;
    expect(Buffer.from(saltText!, 'base64')).toEqual(salt);
    expect(hash).toBe(pbkdf2Sync('secret', salt, Number(rounds), 32, 'sha512').toString('base64'));
  });
});

describe('rolesFile', () => {
  it('holds a role a line, as YAML that is JSON', () => {
    const role = { cluster: ['monitor'], indices: [] };
    const roles = { spendscope_setup: role, spendscope_pipeline: role, spendscope_api: role, spendscope_grafana: role };
    expect(rolesFile(roles).split('\n')[3]).toBe('spendscope_grafana: {"cluster":["monitor"],"indices":[]}');
  });
});
