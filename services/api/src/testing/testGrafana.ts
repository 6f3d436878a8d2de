import type { OrgRole } from '@spendscope/contracts';
import { type JWTPayload, SignJWT, type JWTVerifyGetKey, createLocalJWKSet, exportJWK, generateKeyPair } from 'jose';

export const testIssuer = 'http://grafana.test/';
export const testChannelToken = 'channel-token-of-the-tests-0001';

interface TokenChange {
  claims?: JWTPayload & Record<string, unknown>;
  header?: Record<string, unknown>;
  /** Seconds from now. */
  expiresIn?: number;
  /** Signs with a key that Grafana does not know. */
  forged?: boolean;
}

/** Signs identity tokens as Grafana does, with a key of its own. */
export interface TestGrafana {
  keys: JWTVerifyGetKey;
  /** JSON of the key set, as Grafana serves it. */
  jwks: string;
  token(login: string, role: OrgRole, change?: TokenChange): Promise<string>;
  /** Headers of a call through the plugin proxy. */
  headers(login: string, role: OrgRole, change?: TokenChange): Promise<Record<string, string>>;
}

export async function createTestGrafana(): Promise<TestGrafana> {
  const [known, stranger] = [await generateKeyPair('ES256'), await generateKeyPair('ES256')];
  const jwks = { keys: [{ ...(await exportJWK(known.publicKey)), kid: 'key-1', alg: 'ES256', use: 'sig' }] };
  const token = (login: string, role: OrgRole, change: TokenChange = {}): Promise<string> => {
    const now = Math.floor(Date.now() / 1_000);
    const claims = {
      iss: testIssuer,
      aud: 'org:1',
      sub: `user:uid-${login}`,
      type: 'user',
      username: login,
      email: `${login}@bank.test`,
      role,
      iat: now,
      exp: now + (change.expiresIn ?? 600),
      ...change.claims,
    };
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: 'key-1', typ: 'jwt', ...change.header })
      .sign(change.forged ? stranger.privateKey : known.privateKey);
  };
  return {
    keys: createLocalJWKSet(jwks),
    jwks: JSON.stringify(jwks),
    token,
    headers: async (login, role, change) => ({
      authorization: `Bearer ${testChannelToken}`,
      'x-grafana-id': await token(login, role, change),
    }),
  };
}
