import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Each kernel in packages/analytics/assembly, and the file in packages/analytics/src that carries it compiled. */
export const kernels: Readonly<Record<string, string>> = {
  sumPaths: 'isolation-forest/sumPaths.wasm.ts',
  distanceSums: 'cluster-quality/distanceSums.wasm.ts',
  kMeans: 'k-means/kMeans.wasm.ts',
  leafRows: 'trees/histogram/leafRows.wasm.ts',
};

/** A kernel as a TypeScript module that holds its WebAssembly: read by import, without a build and without I/O. */
export function kernelModule(root: string, name: string): string {
  return [
    `// Written by \`npm run generate\` from assembly/${name}.ts; change that instead.`,
    `export const ${name}Wasm =`,
    `  '${compile(root, name).toString('base64')}';`,
    '',
  ].join('\n');
}

/** The compiler runs as a process of its own: it is an ES module with top-level await, which Jest cannot load. */
function compile(root: string, name: string): Buffer {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'spendscope-kernel-'));
  try {
    const out = path.join(folder, 'kernel.wasm');
    const compiler = path.join(root, 'node_modules/assemblyscript/bin/asc.js');
    const options = ['-O3', '--noAssert', '--runtime', 'stub', '--importMemory', '--enable', 'simd', '--outFile', out];
    const source = `assembly/${name}.ts`;
    const cwd = path.join(root, 'packages/analytics');
    execFileSync(process.execPath, [compiler, source, ...options], { cwd, stdio: 'inherit' });
    return readFileSync(out);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
