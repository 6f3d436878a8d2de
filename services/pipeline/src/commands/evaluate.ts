import { type Command, InvalidArgumentError } from 'commander';
import type { GlobalOptions } from '../cli';
import { judgeDetectors } from '../quality/judgeDetectors';
import { printQuality } from '../quality/printQuality';
import { defaultCosts } from '../quality/suggestThresholds';
import { withStore } from '../runs/withStore';
import { say } from '../terminal';

interface EvaluateFlags {
  truth: string;
  top: number;
  costMissed: number;
  costAlarm: number;
  json?: boolean;
}

export function addEvaluate(program: Command, signal: AbortSignal): void {
  program
    .command('evaluate')
    .description(
      'How well the current detectors find the anomalies that "generate" planted, and which thresholds suit.'
    )
    .requiredOption('--truth <file>', 'the truth.csv of the data that is loaded')
    .option('--top <n>', 'highest scores to look at', positive(true), 100)
    .option('--cost-missed <n>', 'what an anomaly costs that nobody is told of', positive(false), defaultCosts.missed)
    .option('--cost-alarm <n>', 'what a false alarm costs, in the same unit', positive(false), defaultCosts.falseAlarm)
    .option('--json', 'print the figures as JSON')
    .action(async ({ truth, top, costMissed, costAlarm, json }: EvaluateFlags) => {
      const { stateDir } = program.opts<GlobalOptions>();
      const costs = { missed: costMissed, falseAlarm: costAlarm };
      const quality = await withStore({ stateDir, signal }, (reader) =>
        judgeDetectors(reader, { truth, top, costs, signal })
      );
      say(json ? JSON.stringify(quality, null, 2) : printQuality(quality));
    });
}

function positive(whole: boolean): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!(value > 0) || (whole && !Number.isSafeInteger(value))) {
      throw new InvalidArgumentError(whole ? 'Give a whole number above 0.' : 'Give a number above 0.');
    }
    return value;
  };
}
