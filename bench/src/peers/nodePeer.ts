import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const exec = promisify(execFile);
/** Pinned, so that a ratio means the same wherever it was measured. Not among our dependencies: it is no longer kept. */
const packages = ['@tensorflow/tfjs@4.22.0', '@tensorflow/tfjs-backend-wasm@4.22.0'];

/** The beginning of every script of the peer: `tf` on the backend that the first argument names, and `args`, the others. */
const preamble = `
const tf = require('@tensorflow/tfjs');
const wasm = require('@tensorflow/tfjs-backend-wasm');
const fs = require('node:fs');
const [backend, ...args] = process.argv.slice(1);
tf.enableProdMode();
wasm.setWasmPaths(require('node:path').dirname(require.resolve('@tensorflow/tfjs-backend-wasm')) + '/');
const read = (file) => { const bytes = fs.readFileSync(file); return Float32Array.from(new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8)); };
const main = async () => { await tf.setBackend(backend); await tf.ready(); return work(tf, read, args); };
main().then((result) => fs.writeSync(1, '\\n' + JSON.stringify(result)), (error) => { console.error(error); process.exitCode = 1; });
`;

/**
 * Runs `async function work(tf, read, args)` in a process of its own, with packages installed on first use outside the
 * project, and parses what it returns.
 */
export async function runTfjs<Result>(backend: 'cpu' | 'wasm', work: string, args: readonly string[]): Promise<Result> {
  const cwd = await folder();
  const { stdout } = await exec(process.execPath, ['-e', work + preamble, backend, ...args], {
    cwd,
    maxBuffer: 1 << 26,
  });
  return JSON.parse(stdout.slice(stdout.lastIndexOf('\n'))) as Result;
}

async function folder(): Promise<string> {
  const cache = process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache');
  const place = path.join(cache, 'spendscope-bench-node');
  const ready = path.join(place, `ready-${packages.join('-').replaceAll(/[@/]+/g, '-')}`);
  if (!existsSync(ready)) {
    mkdirSync(place, { recursive: true });
    writeFileSync(path.join(place, 'package.json'), '{"private":true}');
    console.error('Installing the peers, once …');
    await exec('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...packages], { cwd: place });
    writeFileSync(ready, '');
  }
  return place;
}
