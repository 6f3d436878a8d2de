import { readFileSync } from 'node:fs';
import { environment } from '@spendscope/contracts';

export interface TlsFiles {
  cert: string;
  key: string;
}

/** PEM texts of the certificate and its key; undefined: plain HTTP. @throws Error in one sentence */
export function tlsFiles(env: NodeJS.ProcessEnv): TlsFiles | undefined {
  const [certificate, key] = [env[environment.tlsCertificate]?.trim(), env[environment.tlsKey]?.trim()];
  if (!certificate && !key) {
    return undefined;
  }
  if (!certificate || !key) {
    throw new Error(`Set both ${environment.tlsCertificate} and ${environment.tlsKey}, or none of them.`);
  }
  return { cert: read(environment.tlsCertificate, certificate), key: read(environment.tlsKey, key) };
}

function read(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`${name} names ${file}, which cannot be read. Set it to a PEM file.`, { cause });
  }
}
