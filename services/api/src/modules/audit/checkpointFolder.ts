import { mkdirSync } from 'node:fs';
import { open, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuditCheckpoint } from '@spendscope/contracts';
import { numberedId } from './chain';
import type { CheckpointPlace } from './checkpointPlaces';

/** Files of mode 400 in the state folder. */
export function checkpointFolder(stateDir: string): CheckpointPlace {
  const folder = join(stateDir, 'audit-checkpoints');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return {
    name: 'folder',
    write: async (number, checkpoint) => {
      try {
        const file = await open(join(folder, `${numberedId(number)}.json`), 'wx', 0o400);
        try {
          await file.writeFile(`${JSON.stringify(checkpoint)}\n`);
          await file.sync();
        } finally {
          await file.close();
        }
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
          throw error;
        }
      }
    },
    readAll: async () => {
      const names = (await readdir(folder)).filter((name) => /^\d{12}\.json$/.test(name)).sort();
      const checkpoints = new Map<number, AuditCheckpoint>();
      for (const name of names) {
        checkpoints.set(Number.parseInt(name, 10), JSON.parse(await readFile(join(folder, name), 'utf8')));
      }
      return checkpoints;
    },
  };
}
