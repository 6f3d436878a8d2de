import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Gives a peer the same numbers as files of raw values; they are gone afterwards. */
export async function withFiles<Result>(
  arrays: readonly NodeJS.TypedArray[],
  work: (...paths: string[]) => Promise<Result>
): Promise<Result> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'spendscope-bench-'));
  try {
    const paths = arrays.map((values, i) => {
      const file = path.join(folder, `${i}.bin`);
      writeFileSync(file, values);
      return file;
    });
    return await work(...paths);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
