import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT, UnsecuredJWT, createLocalJWKSet, exportJWK, generateKeyPair } from 'jose';
import { type TestGrafana, createTestGrafana, testIssuer } from '../testing/testGrafana';
import { grafanaKeys, verifyGrafanaId } from './grafanaIdentity';

const rules = { issuer: testIssuer, orgId: '1' };
const claims = { iss: testIssuer, aud: 'org:1', sub: 'user:1', type: 'user', username: 'kim', role: 'Admin' };

describe('verifyGrafanaId', () => {
  let grafana: TestGrafana;
  beforeAll(async () => {
    grafana = await createTestGrafana();
  });
  const verify = (token: string | undefined) => verifyGrafanaId(token, grafana.keys, rules);
  const refusal = { status: 401, code: 'identity_required' };

  it('reads who it is from a token that Grafana signed', async () => {
    expect(await verify(await grafana.token('kim', 'Editor'))).toEqual({
      sub: 'user:uid-kim',
      login: 'kim',
      email: 'kim@bank.test',
      role: 'Editor',
    });
  });

  it.each(['http://grafana.test', 'http://grafana.test/'])(
    'takes the issuer %s with or without its slash',
    async (iss) => {
      const token = await grafana.token('kim', 'Admin', { claims: { iss } });
      for (const issuer of ['http://grafana.test', 'http://grafana.test/']) {
        expect((await verifyGrafanaId(token, grafana.keys, { ...rules, issuer })).login).toBe('kim');
      }
    }
  );

  it('forgives a clock that is 20 s late, not one that is 40 s late', async () => {
    expect((await verify(await grafana.token('kim', 'Admin', { expiresIn: -20 }))).login).toBe('kim');
    await expect(verify(await grafana.token('kim', 'Admin', { expiresIn: -40 }))).rejects.toMatchObject(refusal);
  });

  it.each([
    ['signed by another key', { forged: true }],
    ['for another organisation', { claims: { aud: 'org:2' } }],
    ['of another issuer', { claims: { iss: 'http://evil.test/' } }],
    ['of a service account', { claims: { type: 'service-account' } }],
    ['of the anonymous', { claims: { type: 'anonymous' } }],
    ['without a subject', { claims: { sub: undefined } }],
    ['without a login', { claims: { username: undefined } }],
    ['without an expiry', { claims: { exp: undefined } }],
    ['with a role that is none', { claims: { role: 'None' } }],
    ['with a key id that Grafana does not have', { header: { kid: 'key-9' } }],
    ['without a key id', { header: { kid: undefined } }],
  ])('refuses a token %s', async (_name, change) => {
    await expect(verify(await grafana.token('kim', 'Admin', change))).rejects.toMatchObject(refusal);
  });

  it('refuses alg=none', async () => {
    const token = new UnsecuredJWT(claims).setIssuedAt().setExpirationTime('10m').encode();
    await expect(verify(token)).rejects.toMatchObject(refusal);
  });

  it('refuses a token signed with the public key as a shared secret (HS256)', async () => {
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid: 'key-1' })
      .setIssuedAt()
      .setExpirationTime('10m')
      .sign(Buffer.from(grafana.jwks));
    await expect(verify(token)).rejects.toMatchObject(refusal);
  });

  it('refuses another algorithm also where the key is Grafana’s own', async () => {
    const { publicKey, privateKey } = await generateKeyPair('RS256');
    const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'rsa', alg: 'RS256' }] });
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'rsa' })
      .setIssuedAt()
      .setExpirationTime('10m')
      .sign(privateKey);
    await expect(verifyGrafanaId(token, keys, rules)).rejects.toMatchObject(refusal);
  });

  it.each([undefined, '', 'x', 'a.b.c', 'a'.repeat(9_000)])('refuses %.20p', async (token) => {
    await expect(verify(token)).rejects.toMatchObject(refusal);
  });

  it('says that Grafana is away where its keys cannot be had, and lets nobody in', async () => {
    const server = createServer((_request, response) => response.writeHead(500).end()).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const keys = grafanaKeys(`http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`);
    const token = await grafana.token('kim', 'Admin');
    await expect(verifyGrafanaId(token, keys, rules)).rejects.toMatchObject({
      status: 503,
      code: 'identity_unavailable',
    });
    server.close();
    await expect(verifyGrafanaId(token, keys, rules)).rejects.toMatchObject({ status: 503 });
  });

  it('fetches keys from Grafana once and uses them again', async () => {
    let asked = 0;
    const server = createServer((_request, response) => {
      asked++;
      response.setHeader('content-type', 'application/json').end(grafana.jwks);
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const keys = grafanaKeys(`http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`);
    for (const login of ['kim', 'lee', 'park']) {
      expect((await verifyGrafanaId(await grafana.token(login, 'Viewer'), keys, rules)).login).toBe(login);
    }
    const unknown = await grafana.token('kim', 'Admin', { header: { kid: 'key-9' } });
    await expect(verifyGrafanaId(unknown, keys, rules)).rejects.toMatchObject(refusal);
    // The unknown key id came within the cooldown: a flood of them asks Grafana nothing.
    expect(asked).toBe(1);
    server.close();
  });
});
