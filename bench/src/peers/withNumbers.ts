import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Gives a peer the same numbers as a file of doubles; it is gone afterwards. */
export async function withNumbers<Result>(
  numbers: Float64Array,
  work: (file: string) => Promise<Result>
): Promise<Result> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'spendscope-bench-'));
  try {
    const file = path.join(folder, 'numbers.bin');
    writeFileSync(file, numbers);
    return await work(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
