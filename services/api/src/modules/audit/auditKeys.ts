import {
  type KeyObject,
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
} from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const signingKeyFile = 'audit-signing-key.pem';

/** Secrets of the audit log. They stay in the state folder, out of reach of whoever owns the cluster. */
export interface AuditKeys {
  signing: KeyObject;
  verifying: KeyObject;
  /** Key of the keyed hashes of targets and texts. */
  hashing: Buffer;
}

/** Reads the keys of a state folder, making them (mode 600) on first use. */
export function loadAuditKeys(stateDir: string): AuditKeys {
  mkdirSync(stateDir, { recursive: true, mode: 0o700 });
  const signing = createPrivateKey(
    readOrCreate(join(stateDir, signingKeyFile), () =>
      generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    )
  );
  const hashing = readOrCreate(join(stateDir, 'audit-hash-key'), () => randomBytes(32).toString('hex'));
  return { signing, verifying: createPublicKey(signing), hashing: Buffer.from(hashing.trim(), 'hex') };
}

function readOrCreate(file: string, create: () => string): string {
  try {
    // Two processes may start at once on one folder: `wx` lets exactly one of them write.
    writeFileSync(file, create(), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw new Error(`The audit key ${file} cannot be written. Check the folder's owner and free space.`, {
        cause: error,
      });
    }
  }
  return readFileSync(file, 'utf8');
}

/** HMAC-SHA256, hex: without the key nobody can tell which token it was by trying them all. */
export const keyedHash = (key: Buffer, text: string): string => createHmac('sha256', key).update(text).digest('hex');
