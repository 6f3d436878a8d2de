import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** Builds the app plugin for production into `output`, as of `seconds` since 1970. */
export function buildPlugin(root: string, output: string, seconds: number): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.mjs'], {
    cwd: path.join(root, 'plugins/spendscope-app'),
    env: {
      ...process.env,
      NODE_ENV: 'production',
      SPENDSCOPE_PLUGIN_OUTPUT: output,
      SOURCE_DATE_EPOCH: String(seconds),
    },
    encoding: 'utf8',
  });
  if (status !== 0) {
    throw new Error(`The plugin was not built:\n${stdout}${stderr}`);
  }
}
