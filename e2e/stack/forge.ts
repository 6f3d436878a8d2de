import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SignJWT, UnsecuredJWT, generateKeyPair } from 'jose';
import { signatureHeaders } from '../../services/api/src/identity/machines';
import { target } from './target';

/** What an insider of the service's host could read; a stranger has less. */
const secret = (name: 'channel-token' | 'alert-secret'): string =>
  readFileSync(path.join(target.stateDir, name), 'utf8').trim();

export const apiUrl = `http://127.0.0.1:${process.env.SPENDSCOPE_API_PORT}`;
export const channel = (): Record<string, string> => ({ authorization: `Bearer ${secret('channel-token')}` });

/** Who the forger would like to be, in Grafana's own words. */
const claims = {
  iss: `${target.url}/`,
  aud: 'org:1',
  sub: 'user:forged',
  type: 'user',
  username: 'admin',
  email: 'admin@localhost',
  role: 'Admin',
};

/** A token of the right form with a key that Grafana never had, under a key id that it may have. */
export async function strangersToken(kid: string): Promise<string> {
  const { privateKey } = await generateKeyPair('ES256');
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES256', kid, typ: 'jwt' })
    .setIssuedAt()
    .setExpirationTime('10m')
    .sign(privateKey);
}

export const unsignedToken = (): string => new UnsecuredJWT(claims).setIssuedAt().setExpirationTime('10m').encode();

/** An alert as Grafana's contact point posts it, signed with its secret. */
export function signedAlert(alert: object): { headers: Record<string, string>; data: string } {
  const data = JSON.stringify({ alerts: [alert] });
  return {
    headers: { 'Content-Type': 'application/json', ...signatureHeaders(secret('alert-secret'), data, new Date()) },
    data,
  };
}
