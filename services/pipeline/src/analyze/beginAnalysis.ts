import { quintileScheme } from '@spendscope/analytics';
import { defaultContamination, type Run, type RunInput, indices } from '@spendscope/contracts';
import type { Feedback } from '../feedback/readFeedback';
import { sha256 } from '../files/sha256';
import { Checkpoint, type Interrupted } from '../runs/checkpoint';
import { inputsHash } from '../runs/manifestOf';
import type { JobContext } from '../runs/runJob';
import type { StoreMeta } from '../store/schema';
import { storedRows } from '../store/storedRows';
import type { AnalyzeOptions } from './analyze';
import { defaultGoal, thresholdText } from './churn/thresholdGoal';
import { givenInputs } from './given/findGiven';
import { defaultWeights } from './priorityWeights';

/**
 * Notes what the analysis rests on, and goes on with an interrupted one where inputs, parameters and versions are the
 * same: under its id and with its instant, so that its documents are those of one run.
 */
export async function beginAnalysis(
  { store, client, folder, run, progress }: JobContext,
  options: AnalyzeOptions,
  { world, timeZone, currency, rows, feedback }: StoreMeta & { rows: number; feedback: Feedback }
): Promise<AnalyzeOptions> {
  const {
    k,
    seed,
    contamination = defaultContamination,
    rfm = quintileScheme,
    churnThreshold = defaultGoal,
    priorityWeights: priority_weights = defaultWeights,
    features,
    now,
  } = options;
  const inputs = await run.stage('Content of the store', async () => [
    ...(await storedRows(store)).map((table): RunInput => ({ kind: 'table', ...table })),
    ...feedbackInputs(feedback),
    ...(features ? await givenInputs(features) : []),
  ]);
  // Without transactions the day of the analysis decides how long ago something was.
  const day = rows > 0 ? {} : { as_of: now.toISOString().slice(0, 10) };
  const churn_threshold = thresholdText(churnThreshold);
  const parameters = {
    k,
    seed,
    contamination,
    rfm,
    churn_threshold,
    priority_weights,
    world,
    time_zone: timeZone,
    currency,
    ...day,
  };
  run.reads(inputs, parameters);
  const key = sha256(JSON.stringify([inputsHash(inputs), parameters, run.versions]));
  const found = Checkpoint.interrupted(folder.checkpoint);
  const earlier = found?.key === key && options.resume !== false ? found : undefined;
  const at = earlier ? new Date(earlier.at) : now;
  const checkpoint = new Checkpoint(folder.checkpoint, store, key, at);
  if (earlier) {
    const done = Object.keys(earlier.stages).join(', ');
    progress.note(`Going on with run ${earlier.run.run_id}, which was interrupted after: ${done}.`);
  } else if (found) {
    progress.note(`Run ${found.run.run_id} was interrupted; ${whyNot(options)}, so this one starts anew.`);
    checkpoint.remove();
    await giveUp(client, found);
  }
  await run.keepIn(checkpoint, earlier);
  return { ...options, now: at };
}

/** What people said until now decides, too: a verdict or suppression more is another input. */
function feedbackInputs({ verdicts, suppressed }: Feedback): RunInput[] {
  const said = [
    { name: indices.labels.name, entries: [...verdicts] },
    { name: indices.suppressions.name, entries: suppressed },
  ];
  return said.map(({ name, entries }) => {
    const texts = entries.map((entry) => JSON.stringify(entry)).sort();
    return { kind: 'index', name, rows: texts.length, content_hash: `sha256:${sha256(texts.join('\n'))}` };
  });
}

const whyNot = ({ resume }: AnalyzeOptions): string =>
  resume === false ? '--no-resume was given' : 'its data, parameters or version were others';

/** A run that was killed could not say so itself. */
async function giveUp(client: JobContext['client'], { run }: Interrupted): Promise<void> {
  const doc: Partial<Run> = { status: 'cancelled', error: 'Interrupted, and not gone on with.' };
  await client.update({ index: indices.runs.name, id: run.run_id, doc, refresh: true }, { ignore: [404] });
}
