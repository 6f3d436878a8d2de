import { readFileSync } from 'node:fs';
import type { SecureContextOptions, TlsOptions } from 'node:tls';
import { environment } from '@spendscope/contracts';

export interface TlsFiles {
  cert: string;
  key: string;
  /** The authority whose client certificates prove the channel; absent: none is asked for. */
  clientCa?: string;
}

/** For Node's TLS server. A client certificate is asked for, and not having one is no fault: the token may prove the channel. */
export const tlsOptions = ({ cert, key, clientCa }: TlsFiles): SecureContextOptions & TlsOptions => ({
  cert,
  key,
  minVersion: 'TLSv1.2',
  ...(clientCa ? { ca: clientCa, requestCert: true, rejectUnauthorized: false } : {}),
});

/** PEM texts of the certificate and its key; undefined: plain HTTP. @throws Error in one sentence */
export function tlsFiles(env: NodeJS.ProcessEnv): TlsFiles | undefined {
  const [certificate, key] = [env[environment.tlsCertificate]?.trim(), env[environment.tlsKey]?.trim()];
  const clientCa = env[environment.tlsClientCa]?.trim();
  if (!certificate && !key && !clientCa) {
    return undefined;
  }
  if (!certificate || !key) {
    const alone = clientCa ? `${environment.tlsClientCa} needs both` : 'Set both';
    throw new Error(`${alone} ${environment.tlsCertificate} and ${environment.tlsKey}, or none of them.`);
  }
  return {
    cert: read(environment.tlsCertificate, certificate),
    key: read(environment.tlsKey, key),
    ...(clientCa ? { clientCa: read(environment.tlsClientCa, clientCa) } : {}),
  };
}

function read(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`${name} names ${file}, which cannot be read. Set it to a PEM file.`, { cause });
  }
}
