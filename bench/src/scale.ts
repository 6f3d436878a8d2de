import { execFile } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Benchmark } from './benchmark';
import { commandLine, repository, withPipelineServer } from './pipelineServer';

const exec = promisify(execFile);
/** MiB that no command may take, however many rows there are. */
const memoryLimit = 4096;
const preset = 'play';

interface Run {
  kind: string;
  stages: { name: string; seconds: number }[];
}

interface Judged {
  scores: Record<string, { overall: { rocAuc: number; prAuc: number } }>;
}

/**
 * The whole way of many transactions on real Elasticsearch, each command a process of its own: its peak of memory beside the
 * limit, the seconds of each stage beside those of its command, and each detector by planted truth beside the best of them.
 */
export const scale: Benchmark = {
  what: 'generate, ingest, analyze and evaluate 10,000,000 transactions of 1,000,000 customers: memory, stages, quality',
  run: async ([count = '10000000'], report) => {
    await withPipelineServer(async ({ folder, env }) => {
      const command = async (name: string, ...args: string[]): Promise<string> => {
        const { output, peak, seconds } = await measured(folder, [name, ...args], env);
        report({ case: `${name}: peak memory, beside the limit`, ours: peak, peer: memoryLimit, unit: 'MiB' });
        const { stages = [] } = newestRun(path.join(folder, 'state'), name) ?? {};
        for (const stage of stages) {
          report({ case: `${name}: ${stage.name}, of all`, ours: stage.seconds, peer: seconds, unit: 's' });
        }
        if (peak >= memoryLimit) {
          process.exitCode = 1;
        }
        return output;
      };
      const file = (name: string): string => path.join(folder, `${name}.parquet`);
      const users = String(Math.ceil(Number(count) / 10));
      await command('generate', '--world', preset, '--users', users, '--transactions', count, '--seed', '1', '--format', 'parquet', '--out', folder); // prettier-ignore
      await command('ingest', '--preset', preset, ...['transactions', 'customers', 'actions'].flatMap((name) => [`--${name}`, file(name)])); // prettier-ignore
      await command('analyze');
      const { scores } = JSON.parse(await command('evaluate', '--json', '--truth', path.join(folder, 'truth.csv'))) as Judged; // prettier-ignore
      for (const figure of ['prAuc', 'rocAuc'] as const) {
        const alone = Object.entries(scores).filter(([name]) => name !== 'combined');
        const best = Math.max(...alone.map(([, { overall }]) => overall[figure]));
        for (const [name, { overall }] of Object.entries(scores)) {
          report({ case: `${figure} of ${name}, beside the best single detector`, ours: overall[figure], peer: best, unit: 'area' }); // prettier-ignore
        }
      }
    });
  },
};

/** Runs a command in a process of its own, which writes down its peak of memory when it ends. */
async function measured(
  folder: string,
  args: string[],
  env: NodeJS.ProcessEnv
): Promise<{ output: string; peak: number; seconds: number }> {
  const hook = path.join(folder, 'peak.mjs');
  const note = path.join(folder, 'peak.txt');
  writeFileSync(hook, `import { writeFileSync } from 'node:fs';
    process.on('exit', () => writeFileSync(${JSON.stringify(note)}, String(process.resourceUsage().maxRSS / 1024)));`); // prettier-ignore
  const from = performance.now();
  const { stdout } = await exec(process.execPath, ['--import', hook, commandLine, ...args], {
    cwd: repository,
    env,
    maxBuffer: 1 << 28,
  });
  return { output: stdout, peak: Number(readFileSync(note, 'utf8')), seconds: (performance.now() - from) / 1000 };
}

function newestRun(state: string, kind: string): Run | undefined {
  const runs = path.join(state, 'pipeline', 'runs');
  try {
    return readdirSync(runs)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .reverse()
      .map((name) => JSON.parse(readFileSync(path.join(runs, name), 'utf8')) as Run)
      .find((run) => run.kind === kind);
  } catch {
    // Nothing was ever run in this state folder.
    return undefined;
  }
}
