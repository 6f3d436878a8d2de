import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Path of a real data set that may not be committed: in the folder that SPENDSCOPE_REAL_DATA names, else in
 * `../shared/data` beside the repository. Undefined where it is missing: tests that need it skip by name.
 */
export function realDataFile(name: string): string | undefined {
  const folder = process.env.SPENDSCOPE_REAL_DATA ?? join(__dirname, '../../../../shared/data');
  const path = join(folder, name);
  return existsSync(path) ? path : undefined;
}
