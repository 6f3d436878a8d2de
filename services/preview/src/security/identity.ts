import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { secretFile } from './stateFile';
import type { User } from './users';

const algorithm = 'ES256';

/** Signs the identity tokens that a plugin's backend gets as `X-Grafana-Id`, as Grafana does. */
export interface IdentitySigner {
  /** A token for the user: ten minutes long, for organisation 1. */
  sign(user: User): Promise<string>;
  /** The public keys, for `/api/signing-keys/keys`. */
  keys(): { keys: JWK[] };
}

async function createKey(): Promise<string> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  return JSON.stringify(await exportJWK(privateKey));
}

/** @param issuer the preview host's root URL, which goes into every token */
export async function createIdentitySigner(stateDir: string, issuer: string): Promise<IdentitySigner> {
  const jwk = JSON.parse(await secretFile(stateDir, 'preview-signing-key.json', createKey)) as JWK;
  const key = await importJWK(jwk, algorithm);
  const { kty, crv, x, y } = jwk;
  const kid = await calculateJwkThumbprint(jwk);
  return {
    keys: () => ({ keys: [{ kty, crv, x, y, kid, alg: algorithm, use: 'sig' }] }),
    sign: (user) =>
      new SignJWT({
        type: 'user',
        identifier: user.uid,
        username: user.login,
        email: user.email,
        email_verified: false,
        displayName: user.name,
        role: user.role,
        namespace: 'default',
        authenticatedBy: 'password',
      })
        .setProtectedHeader({ alg: algorithm, kid, typ: 'jwt' })
        .setIssuer(issuer)
        .setAudience('org:1')
        .setSubject(`user:${user.uid}`)
        .setIssuedAt()
        .setExpirationTime('10m')
        .sign(key),
  };
}
