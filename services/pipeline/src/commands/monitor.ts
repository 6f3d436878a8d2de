import { type Command, InvalidArgumentError } from 'commander';
import { connectElasticsearch } from '../elasticsearch';
import { monitor } from '../monitor/monitor';
import type { GlobalOptions } from '../program';
import { openStateFolder } from '../stateFolder';

interface MonitorFlags {
  logs?: string;
  every: number;
}

export function addMonitor(program: Command, signal: AbortSignal): void {
  program
    .command('monitor')
    .description('Store CPU, memory and disk of this machine, and lines of component logs, until stopped.')
    .option('--logs <folder>', 'follow the .log files of this folder')
    .option('--every <seconds>', 'seconds between two looks', seconds, 15)
    .action(async ({ logs, every }: MonitorFlags) => {
      const { stateDir } = program.opts<GlobalOptions>();
      const client = await connectElasticsearch();
      try {
        await monitor(client, { logs, folder: openStateFolder(stateDir).root, everySeconds: every, signal });
      } finally {
        await client.close();
      }
    });
}

function seconds(text: string): number {
  const value = Number(text);
  if (!(value >= 1 && value <= 3_600)) {
    throw new InvalidArgumentError('Give a number of seconds from 1 to 3600.');
  }
  return value;
}
