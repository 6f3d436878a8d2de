import { type KeyObject, createPublicKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AuditRange, type AuditVerification, environment } from '@spendscope/contracts';
import { type ElasticClient, connectionFromEnvironment, createElasticClient } from '@spendscope/elastic';
import { s3PlaceOf } from '@spendscope/registry';
import { loadAuditKeys, signingKeyFile } from '../modules/audit/auditKeys';
import { checkpointPlaceOf } from '../modules/audit/checkpointPlaces';
import { auditBlockLines } from '../modules/audit/exportAudit';
import { verifyAudit } from '../modules/audit/verifyAudit';
import { verifyRange } from '../modules/audit/verifyRange';

export interface AuditSource {
  /** Folder of the service's keys and checkpoints. */
  stateDir: string;
  /** PEM of the public key, for who checks without being able to sign. */
  publicKeyFile?: string;
}

/** Reads the log, or a range of it, past the service, and holds it to its checkpoints. */
export async function verifyAuditLog(
  source: AuditSource,
  range: AuditRange = {},
  env: NodeJS.ProcessEnv = process.env
): Promise<AuditVerification> {
  const client = createElasticClient(connectionFromEnvironment(env));
  try {
    const key = source.publicKeyFile ? createPublicKey(readFileSync(source.publicKeyFile)) : ownKey(source.stateDir);
    const place = checkpointPlaceOf(source.stateDir, s3PlaceOf(env, environment.checkpointsUrl));
    return range.from === undefined && range.to === undefined
      ? await verifyAudit(client, place, key)
      : await verifyRange(client, place, key, range);
  } finally {
    await client.close();
  }
}

/** The public half of the signing key as PEM, for an auditor. @throws Error where the folder is not the service's */
export const publicKeyOf = (stateDir: string): string =>
  ownKey(stateDir).export({ type: 'spki', format: 'pem' }).toString();

/** A key made here would fit no signature: who looks in the wrong folder is told so. */
function ownKey(stateDir: string): KeyObject {
  if (!existsSync(join(stateDir, signingKeyFile))) {
    throw new Error(`${stateDir} holds no key of the service. Name its state folder, or the public key's file.`);
  }
  return loadAuditKeys(stateDir).verifying;
}

/** Every block, oldest first, as a JSON line: the chain can be recomputed from it. */
export async function* exportAuditLog(env: NodeJS.ProcessEnv = process.env): AsyncGenerator<string> {
  const client: ElasticClient = createElasticClient(connectionFromEnvironment(env));
  try {
    yield* auditBlockLines(client);
  } finally {
    await client.close();
  }
}
