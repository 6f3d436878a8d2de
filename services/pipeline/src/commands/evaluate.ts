import { environment } from '@spendscope/contracts';
import { type Command, InvalidArgumentError } from 'commander';
import { connectElasticsearch } from '../elasticsearch';
import { type Verdict, readVerdicts } from '../feedback/readVerdicts';
import type { GlobalOptions } from '../program';
import { judgeDetectors } from '../quality/judgeDetectors';
import { judgeLabels } from '../quality/judgeLabels';
import { printLabels, printQuality } from '../quality/printQuality';
import { scoreLoaded } from '../quality/scoreLoaded';
import { defaultCosts } from '../quality/suggestThresholds';
import { withStore } from '../runs/withStore';
import { say } from '../terminal';
import { UserError } from '../userError';

interface EvaluateFlags {
  truth?: string;
  top: number;
  costMissed: number;
  costAlarm: number;
  json?: boolean;
}

export function addEvaluate(program: Command, signal: AbortSignal): void {
  program
    .command('evaluate')
    .description(
      'How well the current detectors find what "generate" planted or people labelled, and which thresholds suit.'
    )
    .option('--truth <file>', 'the truth.csv of generated data; without it people’s labels are what is known')
    .option('--top <n>', 'highest scores to look at', positive(true), 100)
    .option('--cost-missed <n>', 'what an anomaly costs that nobody is told of', positive(false), defaultCosts.missed)
    .option('--cost-alarm <n>', 'what a false alarm costs, in the same unit', positive(false), defaultCosts.falseAlarm)
    .option('--json', 'print the figures as JSON')
    .action(async ({ truth, top, costMissed, costAlarm, json }: EvaluateFlags) => {
      const { stateDir } = program.opts<GlobalOptions>();
      const costs = { missed: costMissed, falseAlarm: costAlarm };
      const verdicts = await knownVerdicts(truth !== undefined);
      const { quality, labels } = await withStore({ stateDir, signal }, async (reader) => {
        const loaded = await scoreLoaded(reader, signal);
        return {
          quality:
            truth === undefined ? undefined : await judgeDetectors(reader, { truth, top, costs, signal }, loaded),
          labels: verdicts && (await judgeLabels(reader.store, loaded, verdicts, costs)),
        };
      });
      const parts = [quality && printQuality(quality), labels && printLabels(labels)];
      say(json ? JSON.stringify({ ...quality, labels }, null, 2) : parts.filter(Boolean).join('\n\n'));
    });
}

/** Labels are in Elasticsearch, which is needed only where there is no truth. */
async function knownVerdicts(hasTruth: boolean): Promise<Map<string, Verdict> | undefined> {
  if (hasTruth && !process.env[environment.elasticsearchUrl]) {
    return undefined;
  }
  const client = await connectElasticsearch();
  try {
    const verdicts = await readVerdicts(client);
    if (verdicts.size === 0 && !hasTruth) {
      throw new UserError('Nothing is known: no truth was given and nobody labelled an anomaly.', 'Give --truth, or label anomalies in the table.'); // prettier-ignore
    }
    return verdicts.size > 0 ? verdicts : undefined;
  } finally {
    await client.close();
  }
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
