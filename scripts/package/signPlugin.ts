import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** Grafana's own program; fetched only by who has a token to sign with. */
const signer = '@grafana/sign-plugin@3.3.3';
export const tokenVariable = 'GRAFANA_ACCESS_POLICY_TOKEN';

/**
 * Lets Grafana sign the files in `folder` (it adds MANIFEST.txt) where a token is set. Without `rootUrls` the signature is
 * for everybody, which Grafana grants to published plugins; with them it is private to those addresses.
 *
 * @returns whether it is signed.
 */
export function signPlugin(folder: string, rootUrls: string | undefined, environment: NodeJS.ProcessEnv): boolean {
  if (!environment[tokenVariable]) {
    return false;
  }
  const program = ['exec', '--yes', '--ignore-scripts', `--package=${signer}`, '--', 'sign-plugin'];
  const { status } = spawnSync(
    'npm',
    [...program, '--distDir', folder, ...(rootUrls ? ['--rootUrls', rootUrls] : [])],
    { cwd: folder, env: environment, stdio: 'inherit' }
  );
  if (status !== 0 || !existsSync(path.join(folder, 'MANIFEST.txt'))) {
    throw new Error(`${tokenVariable} is set, but the plugin was not signed. Unset it to pack an unsigned one.`);
  }
  return true;
}
