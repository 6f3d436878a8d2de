import { type Command, Argument, InvalidArgumentError } from 'commander';
import { exitCodes } from '../exitCodes';
import type { GlobalOptions } from '../program';
import { retrainChurn } from '../retrain/churn/retrainChurn';
import { defaultPolicy } from '../retrain/decideTrial';
import { retrainDetectors } from '../retrain/detectors/retrainDetectors';
import { printTrial } from '../retrain/printTrial';
import { retrain } from '../retrain/retrain';
import { runJob } from '../runs/runJob';
import { say } from '../terminal';
import { UserError } from '../userError';

interface RetrainFlags {
  window?: number;
  margin: number;
  segmentMargin: number;
  truth?: string;
  promote?: boolean;
  seed: number;
  memory?: string;
  json?: boolean;
}

const retrainings = { churn: retrainChurn, anomaly_detectors: retrainDetectors };

export function addRetrain(program: Command, signal: AbortSignal): void {
  program
    .command('retrain')
    .description(
      'Train a model without the last days, hold it against the live one on them, and promote it only where it is better.'
    )
    .addArgument(new Argument('<model>', 'which one').choices(Object.keys(retrainings)))
    .option(
      '--window <days>',
      'days that are held out (default: churn 90, detectors 30; less of a short history)',
      days
    )
    .option('--truth <file>', 'detectors: the truth.csv of generated data; without it they only become the shadow')
    .option(
      '--margin <points>',
      'least gain in ROC-AUC; most loss in PR-AUC and Brier score',
      points,
      defaultPolicy.margin
    ) // prettier-ignore
    .option('--segment-margin <points>', 'most loss in ROC-AUC in any segment', points, defaultPolicy.segmentMargin)
    .option('--promote', 'make it live where it is better; without it, it is the shadow for two people to promote')
    .option('--seed <n>', 'the same data and seed give the same model', seed, 1)
    .option('--memory <size>', 'memory limit of the store, e.g. 800MB; more is spilled to disk')
    .option('--json', 'print the trial as JSON')
    .action(async (name: keyof typeof retrainings, flags: RetrainFlags) => {
      const { stateDir } = program.opts<GlobalOptions>();
      const { margin, segmentMargin, promote = false, memory, window, truth, json } = flags;
      if (truth !== undefined && name === 'churn') {
        throw new UserError('Churn is judged by who stopped ordering, not by planted anomalies.', 'Leave --truth out.', { exitCode: exitCodes.usage }); // prettier-ignore
      }
      await runJob('retrain', { stateDir, signal, memoryLimit: memory }, async (context) => {
        const options = {
          seed: flags.seed,
          window,
          truth,
          policy: { margin, segmentMargin, promote },
          now: new Date(),
        };
        const trial = await retrain(context, name, options, retrainings[name]);
        context.progress.pause();
        say(json ? JSON.stringify(trial, null, 2) : printTrial(name, trial));
      });
    });
}

const seed = (text: string): number => wholeFrom(text, 0);
const days = (text: string): number => wholeFrom(text, 1);

function wholeFrom(text: string, least: number): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < least) {
    throw new InvalidArgumentError(`Give a whole number from ${least} on.`);
  }
  return value;
}

function points(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value < 1)) {
    throw new InvalidArgumentError('Give a number from 0 to below 1, such as 0.01.');
  }
  return value;
}
