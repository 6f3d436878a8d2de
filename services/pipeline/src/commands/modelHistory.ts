import type { ModelHistoryEntry } from '@spendscope/contracts';
import { type ModelRegistry, publishStatus } from '@spendscope/registry';
import { type Command, InvalidArgumentError } from 'commander';
import { diffModel } from '../models/diff/diffModel';
import { publishComparison } from '../models/diff/publishComparison';
import { findCandidate, promote, rollBack } from '../models/moveLive';
import { printComparison, printHistory } from '../models/printModels';
import { whereElasticsearchIs } from '../models/whereElasticsearchIs';
import { withStore } from '../runs/withStore';
import { say, tell } from '../terminal';

/** What the app asks a second person for is done here by whoever may write to the registry. */
const alone = 'The app asks a second person for this; here it is done at once, and recorded as yours.';

export function addModelHistory(models: Command, registry: () => ModelRegistry, job: WithStoreOptions): void {
  addDiff(models, registry, job);
  models
    .command('history')
    .description('What was live and the shadow of a name: since when, by whom and why; each entry checked.')
    .argument('<name>', 'anomaly_detectors, churn, or the name of an imported model')
    .option('--json', 'print the entries as JSON')
    .action(async (name: string, { json }: { json?: boolean }) => {
      const entries = await registry().history(name);
      say(json ? JSON.stringify(entries, null, 2) : printHistory(name, entries));
    });
  models
    .command('promote')
    .description(`Make a model the live one of its name. ${alone}`)
    .argument('<model>', 'version, file, or a name, which means its shadow')
    .requiredOption('--reason <text>', 'why; it stays in the history', toReason)
    .action(async (wanted: string, { reason }: { reason: string }) => {
      const within = registry();
      await done(within, await promote(within, wanted, reason));
    });
  models
    .command('rollback')
    .description(`Make the version live again that was so before the present one. ${alone}`)
    .argument('<name>', 'anomaly_detectors or churn')
    .requiredOption('--reason <text>', 'why; it stays in the history', toReason)
    .action(async (name: string, { reason }: { reason: string }) => {
      const within = registry();
      await done(within, await rollBack(within, name, reason));
    });
}

interface WithStoreOptions {
  stateDir: () => string | undefined;
  signal: AbortSignal;
}

function addDiff(models: Command, registry: () => ModelRegistry, { stateDir, signal }: WithStoreOptions): void {
  models
    .command('diff')
    .description('Dry run: what a model would have said of the newest day’s data, beside the live one of its name.')
    .argument('<model>', 'version, file, or a name, which means its shadow')
    .option('--json', 'print the figures as JSON')
    .action(async (wanted: string, { json }: { json?: boolean }) => {
      const within = registry();
      const ref = await within.refOf(await findCandidate(within, wanted));
      const comparison = await withStore({ stateDir: stateDir(), signal }, (reader) =>
        diffModel(reader, within, { ref, signal, at: new Date() })
      );
      say(json ? JSON.stringify(comparison, null, 2) : printComparison(ref.version, comparison));
      const problem = await whereElasticsearchIs((client) => publishComparison(client, ref, comparison));
      if (problem) {
        tell(`The app does not show it (${problem}); run it again when Elasticsearch answers.`);
      }
    });
}

async function done(registry: ModelRegistry, { model, live, by, seq }: ModelHistoryEntry): Promise<void> {
  say(`${model}: ${live!.version} is live (entry ${seq}, by ${by}).`);
  tell('The app asks a second person for this; here one was enough.');
  const problem = await whereElasticsearchIs(async (client) =>
    publishStatus(client, model, await registry.history(model))
  );
  if (problem) {
    tell(`The index of models does not show it yet (${problem}); the next run or promotion brings it in line.`);
  }
}

function toReason(text: string): string {
  const reason = text.trim();
  if (reason.length < 3 || reason.length > 1000) {
    throw new InvalidArgumentError('Say why in 3 to 1000 characters.');
  }
  return reason;
}
