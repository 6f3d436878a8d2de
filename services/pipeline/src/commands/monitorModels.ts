import { churnModelName, detectorName } from '@spendscope/scoring';
import type { Command } from 'commander';
import { measureChurn } from '../drift/measureChurn';
import { measureLabels } from '../drift/measureLabels';
import { printDrift } from '../drift/printDrift';
import { publishDrift } from '../drift/publishDrift';
import { connectElasticsearch } from '../elasticsearch';
import { registryOf } from '../models/registry';
import type { GlobalOptions } from '../program';
import { withStore } from '../runs/withStore';
import { openStateFolder } from '../stateFolder';
import { say } from '../terminal';

export function addMonitorModels(program: Command, signal: AbortSignal): void {
  program
    .command('monitor-models')
    .description(
      'Hold what is loaded against what the live churn model learnt from, and the detectors against labels; store the figures.'
    ) // prettier-ignore
    .option('--json', 'print the figures as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const { stateDir } = program.opts<GlobalOptions>();
      const registry = registryOf(openStateFolder(stateDir));
      const client = await connectElasticsearch();
      const at = new Date();
      try {
        const { version, points } = await withStore({ stateDir, signal }, (reader) =>
          measureChurn(reader, client, registry)
        );
        await publishDrift(client, { model: churnModelName, version, points, at });
        for (const [detector, found] of await measureLabels(client)) {
          await publishDrift(client, { model: detectorName, version: detector, points: found, at });
        }
        say(json ? JSON.stringify({ version, points }, null, 2) : printDrift(version, points));
      } finally {
        await client.close();
      }
    });
}
