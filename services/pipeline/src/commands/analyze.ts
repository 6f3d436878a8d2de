import type { ThresholdGoal } from '@spendscope/analytics';
import type { RfmScheme } from '@spendscope/contracts';
import { type Command, InvalidArgumentError } from 'commander';
import { analyze } from '../analyze/analyze';
import { readThresholdGoal, thresholdForms } from '../analyze/churn/thresholdGoal';
import { type GivenFeatures, findGiven } from '../analyze/given/findGiven';
import { type PriorityWeights, readPriorityWeights, weightForms } from '../analyze/priorityWeights';
import { readRfmScheme } from '../analyze/rfmScheme';
import type { GlobalOptions } from '../program';
import { runJob } from '../runs/runJob';

interface AnalyzeFlags {
  clusters: number;
  seed: number;
  contamination?: number;
  rfm?: RfmScheme;
  churnThreshold?: ThresholdGoal;
  priorityWeights?: PriorityWeights;
  features?: GivenFeatures;
  keepLive?: boolean;
  memory?: string;
  resume: boolean;
}

export function addAnalyze(program: Command, signal: AbortSignal): void {
  program
    .command('analyze')
    .description(
      'Segments, personas, churn and anomalies of what was ingested; readers see the run when it is complete.'
    )
    .option('--clusters <k>', 'number of segments', number(2, 50), 6)
    .option('--seed <n>', 'the same data and seed give the same results', number(0, Number.MAX_SAFE_INTEGER), 1)
    .option('--contamination <share>', 'share of transactions that score 0.8 or more (default: 0.01)', share)
    .option('--rfm <file>', 'cut points of the RFM scores, YAML or JSON (default: quintiles)', readRfmScheme)
    .option('--churn-threshold <goal>', `${thresholdForms} (default: f1)`, threshold)
    .option('--priority-weights <weights>', `of segments: ${weightForms} (default: 1:1:1)`, weights)
    .option(
      '--features <path>',
      'take features of customers from Parquet that the Spark job wrote: its folder, or a file',
      findGiven
    )
    .option('--keep-live', 'leave models that are live as they are: those of this run are kept beside them')
    .option('--memory <size>', 'memory limit of the store, e.g. 800MB; more is spilled to disk')
    .option('--no-resume', 'start anew where an interrupted analysis of the same data and options could go on')
    .action(async ({ clusters, memory, ...options }: AnalyzeFlags) => {
      const { stateDir } = program.opts<GlobalOptions>();
      await runJob('analyze', { stateDir, signal, memoryLimit: memory }, (context) =>
        analyze(context, { k: clusters, ...options, now: new Date() })
      );
    });
}

function number(least: number, greatest: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!Number.isSafeInteger(value) || value < least || value > greatest) {
      throw new InvalidArgumentError(`Give a whole number from ${least} on.`);
    }
    return value;
  };
}

function threshold(text: string): ThresholdGoal {
  const goal = readThresholdGoal(text);
  if (!goal) {
    throw new InvalidArgumentError(`Give ${thresholdForms}.`);
  }
  return goal;
}

function weights(text: string): PriorityWeights {
  const read = readPriorityWeights(text);
  if (!read) {
    throw new InvalidArgumentError(`Give ${weightForms}.`);
  }
  return read;
}

function share(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 0.5)) {
    throw new InvalidArgumentError('Give a share above 0 and at most 0.5.');
  }
  return value;
}
