import { type Command, InvalidArgumentError, Option } from 'commander';
import { columns } from '../generate/columns';
import { type GenerateOptions, generateWorld } from '../generate/generateWorld';
import { createProgress } from '../progress';
import { say } from '../terminal';

type GenerateFlags = Omit<GenerateOptions, 'onProgress' | 'signal'>;

const stages = { plan: 'Planning', write: 'Writing', parquet: 'Writing Parquet' } as const;

export function addGenerate(program: Command, signal: AbortSignal): void {
  program
    .command('generate')
    .description('Write a seeded world with planted truth: transactions, customers, actions, truth.')
    .addOption(new Option('--world <name>', 'which world').choices(Object.keys(columns)).default('card'))
    .option('--users <n>', 'customers', wholeNumber, 20_000)
    .option('--transactions <n>', 'transactions, exactly', wholeNumber, 400_000)
    .option('--seed <n>', 'the same seed and end give the same bytes', wholeNumber, 1)
    .option('--end <time>', 'no event is later; ISO 8601, default now', instant)
    .option('--days <n>', 'length of the history', wholeNumber)
    .option('--out <folder>', 'where the files go', 'data')
    .addOption(new Option('--format <format>', 'of the files').choices(['csv', 'parquet']).default('csv'))
    .action(async (flags: GenerateFlags) => {
      const progress = createProgress();
      const { files, rows } = await generateWorld({
        ...flags,
        end: flags.end ?? new Date(),
        signal,
        onProgress: ({ done, total, stage }) => progress.update(stages[stage], done, total),
      });
      progress.pause();
      for (const [name, path] of Object.entries(files)) {
        say(`${path}: ${rows[name as keyof typeof rows]} rows`);
      }
    });
}

function wholeNumber(text: string): number {
  const value = Number(text.replaceAll('_', ''));
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new InvalidArgumentError('Give a whole number.');
  }
  return value;
}

function instant(text: string): Date {
  const value = new Date(text);
  if (Number.isNaN(value.getTime())) {
    throw new InvalidArgumentError('Give an ISO 8601 time, e.g. 2026-11-21T00:00:00Z.');
  }
  return value;
}
