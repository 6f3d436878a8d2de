import { resolve } from 'node:path';
import { repositoryRoot } from './root';
import { complain, describeError, say } from './terminal';
import { writeProvisioning } from './ui/writeProvisioning';

/** Writes the provisioning of a Grafana of your own, with the channels that the environment sets up, into a FOLDER. */
async function main([folder]: string[]): Promise<void> {
  if (!folder) {
    complain('Usage: node --import tsx services/stack/src/provisioning.ts FOLDER');
    process.exitCode = 2;
    return;
  }
  say(await writeProvisioning(repositoryRoot, resolve(folder), process.env));
}

main(process.argv.slice(2)).catch((error: unknown) => {
  complain(describeError(error));
  process.exitCode = 1;
});
