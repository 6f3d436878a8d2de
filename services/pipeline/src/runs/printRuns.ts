import { namedValues, textTable } from '../words/textTable';
import type { RunComparison } from './compareRuns';
import type { RunFile } from './manifestFiles';

const mib = 1 << 20;

export function printRuns(runs: readonly RunFile[]): string {
  if (runs.length === 0) {
    return 'No run yet: "spendscope ingest" and "spendscope analyze" leave one each.';
  }
  const rows = runs.map((run) => [
    run.run_id,
    run.kind,
    run.status,
    `${secondsOf(run)} s`,
    run.manifest.outputs_hash.slice(0, 12),
  ]);
  return textTable(['run', 'kind', 'status', 'took', 'outputs'], rows);
}

export function printRun(run: RunFile): string {
  const { inputs, parameters, versions, metrics, outputs, outputs_hash: hash, inputs_hash: inputsHash } = run.manifest;
  return [
    `${run.run_id}: ${run.kind}, ${run.status}${run.error ? ` (${run.error})` : ''}`,
    `${run.started_at} to ${run.ended_at}, at most ${Math.ceil(run.manifest.peak_rss_bytes / mib)} MiB`,
    `\nInputs ${inputsHash}`,
    textTable(
      [],
      inputs.map((input) => [input.name, `${input.rows ?? '?'} rows`, input.content_hash])
    ),
    '\nParameters',
    textTable([], namedValues(parameters)),
    '\nVersions',
    textTable([], namedValues(versions)),
    '\nStages',
    textTable(
      [],
      run.stages.map(({ name, seconds, detail, kept }) => [
        name,
        `${seconds.toFixed(1)} s`,
        [kept ? 'before an interruption' : '', detail ?? ''].filter(Boolean).join(' · '),
      ])
    ),
    '\nMetrics',
    textTable([], namedValues(metrics)),
    `\nOutputs ${hash}`,
    textTable(
      [],
      outputs.map(({ kind, name, documents, content_hash: content }) => [
        kind,
        name,
        documents === undefined ? '' : String(documents),
        content,
      ])
    ),
  ].join('\n');
}

export function printComparison({
  runs,
  equalInputs,
  parameters,
  versions,
  equalOutputs,
  outputs,
}: RunComparison): string {
  const named = (names: readonly string[]): string => (names.length === 0 ? 'equal' : `different: ${names.join(', ')}`);
  return [
    `${runs[0]} and ${runs[1]}`,
    `Inputs ${equalInputs ? 'equal' : 'different'}; parameters ${named(parameters)}; versions ${named(versions)}.`,
    `Outputs ${equalOutputs ? 'equal, bit for bit' : 'different'}.`,
    textTable(
      [],
      outputs.map(({ kind, name, equal, documents }) => [
        kind,
        name,
        documents.map((count) => count ?? '-').join(' and '),
        equal ? 'equal' : 'different',
      ])
    ),
  ].join('\n');
}

const secondsOf = ({ stages }: RunFile): string => stages.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(1);
