import type { Command } from 'commander';
import type { GlobalOptions } from '../program';
import { compareRuns } from '../runs/compareRuns';
import { listManifests, readManifest } from '../runs/manifestFiles';
import { printComparison, printRun, printRuns } from '../runs/printRuns';
import { openStateFolder } from '../stateFolder';
import { say } from '../terminal';

export function addRuns(program: Command): void {
  const runs = program.command('runs').description('What earlier runs read, did and made; needs no Elasticsearch.');
  const folder = (): string => openStateFolder(program.opts<GlobalOptions>().stateDir).runs;
  runs
    .command('list')
    .description('All runs of this state folder, the newest first.')
    .option('--json', 'print the manifests as JSON')
    .action(({ json }: { json?: boolean }) => {
      const found = listManifests(folder());
      say(json ? JSON.stringify(found, null, 2) : printRuns(found));
    });
  runs
    .command('show')
    .description('Inputs, parameters, versions, stages, metrics and outputs of a run.')
    .argument('<run>', 'its id, or the first characters of it')
    .option('--json', 'print the manifest as JSON')
    .action((id: string, { json }: { json?: boolean }) => {
      const run = readManifest(folder(), id);
      say(json ? JSON.stringify(run, null, 2) : printRun(run));
    });
  runs
    .command('compare')
    .description('Whether two runs had equal inputs, parameters and versions, and whether what they made is equal.')
    .argument('<a>', 'id of a run')
    .argument('<b>', 'id of another')
    .option('--json', 'print the comparison as JSON')
    .action((a: string, b: string, { json }: { json?: boolean }) => {
      const compared = compareRuns(readManifest(folder(), a), readManifest(folder(), b));
      say(json ? JSON.stringify(compared, null, 2) : printComparison(compared));
    });
}
