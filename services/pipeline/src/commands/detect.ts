import { type Command, InvalidArgumentError } from 'commander';
import { detectShard } from '../analyze/detect/detectShard';
import { type Shard, readShard } from '../analyze/detect/shard';
import type { GlobalOptions } from '../program';
import { runJob } from '../runs/runJob';

export function addDetect(program: Command, signal: AbortSignal): void {
  program
    .command('detect')
    .description('Score what is loaded by the live model and store its anomalies; of many workers each takes a shard.')
    .option('--shard <i/n>', 'only the customers of this part, i from 0', shard, { index: 0, of: 1 })
    .option('--memory <size>', 'memory limit of the store, e.g. 800MB; more is spilled to disk')
    .action(async ({ shard: part, memory }: { shard: Shard; memory?: string }) => {
      const { stateDir } = program.opts<GlobalOptions>();
      await runJob('detect', { stateDir, signal, memoryLimit: memory }, async (context) => {
        await detectShard(context, part, new Date());
      });
    });
}

function shard(text: string): Shard {
  const read = readShard(text);
  if (!read) {
    throw new InvalidArgumentError('Give i/n with i from 0 to n − 1, such as 0/8.');
  }
  return read;
}
