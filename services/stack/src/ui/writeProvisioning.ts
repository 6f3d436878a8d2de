import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { provisioningFiles, writeFiles } from '../../../../dashboards/src/build';
import { notifiedBy } from '../../../../dashboards/src/provisioning/notify/notifiedBy';

/**
 * Writes Grafana's provisioning into a folder, which is emptied first: what is committed, and the contact points and
 * policies of the channels that the environment sets up. Secrets stay in the environment, by name.
 *
 * @returns the folder
 * @throws Error where the language of messages is none of ours
 */
export async function writeProvisioning(root: string, folder: string, env: NodeJS.ProcessEnv): Promise<string> {
  const files = provisioningFiles(notifiedBy(env));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  cpSync(join(root, 'provisioning'), folder, { recursive: true });
  await writeFiles(folder, files);
  return folder;
}
