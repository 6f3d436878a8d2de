import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { environment } from '@spendscope/contracts';
import { modelsFolder } from '@spendscope/registry';
import { UserError } from './userError';

/** Paths of what the pipeline keeps between commands. The folder is readable by its owner only. */
export interface StateFolder {
  root: string;
  /** DuckDB file with the validated, tokenised rows */
  store: string;
  /** where DuckDB puts what does not fit into memory */
  spill: string;
  quarantine: string;
  /** model files, named by content hash, and their history; unless those are in a bucket */
  registry: string;
  /** a manifest of each run */
  runs: string;
  /** results of an analysis that did not come to its end */
  checkpoint: string;
}

/** Opens (and makes) `pipeline/` in the state folder: SPENDSCOPE_STATE_DIR, else `.spendscope` here. */
export function openStateFolder(path?: string): StateFolder {
  const state = resolve(path ?? process.env[environment.stateDir] ?? '.spendscope');
  const root = join(state, 'pipeline');
  const folder: StateFolder = {
    root,
    store: join(root, 'store.duckdb'),
    spill: join(root, 'spill'),
    quarantine: join(root, 'quarantine'),
    registry: modelsFolder(state),
    runs: join(root, 'runs'),
    checkpoint: join(root, 'checkpoint'),
  };
  try {
    for (const path of [root, folder.spill, folder.quarantine, folder.registry, folder.runs]) {
      mkdirSync(path, { recursive: true, mode: 0o700 });
    }
    chmodSync(root, 0o700);
  } catch (cause) {
    throw new UserError(
      `The state folder ${root} cannot be written.`,
      `Set ${environment.stateDir} to a folder of yours.`,
      {
        cause,
      }
    );
  }
  return folder;
}

/** Key of the keyed hash: SPENDSCOPE_TOKEN_KEY (hex, 32 bytes), else `token.key` in the state folder, made once. */
export function readTokenKey(folder: StateFolder, env: NodeJS.ProcessEnv = process.env): Buffer {
  const path = join(folder.root, 'token.key');
  const given = env[environment.tokenKey];
  if (!given && !existsSync(path)) {
    writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  }
  const hex = (given ?? readFileSync(path, 'utf8')).trim();
  if (!/^[0-9a-f]{64}$/i.test(hex)) {
    throw new UserError(
      `The token key (${given ? environment.tokenKey : path}) is not 64 hexadecimal digits.`,
      'Restore it from your backup: with another key the same customers would get other tokens.'
    );
  }
  return Buffer.from(hex, 'hex');
}
