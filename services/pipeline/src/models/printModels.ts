import type { ModelComparison, ModelFile, ModelHistoryEntry } from '@spendscope/contracts';
import { namedValues, textTable } from '../words/textTable';
import type { ListedModel } from './interchange';

export function printModels(models: readonly ListedModel[]): string {
  if (models.length === 0) {
    return 'No model yet: "spendscope analyze" makes them, "spendscope models import" takes one in.';
  }
  const rows = models.map(({ file, version, alias, model, problem }) => [file, version, alias, problem ?? model!.card.algorithm]); // prettier-ignore
  return textTable(['file', 'version', 'now', 'what'], rows);
}

export function printCard({ content_hash: hash, format, version, features, card }: ModelFile): string {
  const { what, algorithm, target, seed, parameters, data, metrics, intended_use: use, limits } = card;
  const { inputs, ...range } = data;
  return [
    what,
    `${algorithm}${target ? `; taught to tell ${target}` : ''}${seed === undefined ? '' : `; seed ${seed}`}`,
    `${format} ${version}, SHA-256 ${hash}`,
    `\nFeatures: ${features.join(', ')}`,
    '\nParameters',
    textTable([], namedValues(parameters)),
    '\nLearnt from',
    textTable(
      [],
      [
        ...namedValues(range),
        ...inputs.map(({ name, rows, content_hash: content }) => [name, `${rows ?? '?'} rows, ${content}`]),
      ]
    ),
    '\nMetrics',
    textTable([], namedValues(metrics)),
    `\nFor: ${use}`,
    ...limits.map((limit) => `Not: ${limit}`),
  ].join('\n');
}

/** A line for each change of what is live or the shadow, newest first. */
export function printHistory(name: string, entries: readonly ModelHistoryEntry[]): string {
  if (entries.length === 0) {
    return `Nothing has been live of ${name} yet.`;
  }
  const rows = [...entries]
    .reverse()
    .map(({ seq, at, kind, live, shadow, by, approved_by: approvedBy, reason }) => [
      ...[String(seq), at, kind, live?.version ?? '-', shadow?.version ?? '-'],
      ...[approvedBy ? `${by}, ${approvedBy}` : by, reason],
    ]);
  return textTable(['no.', 'at', 'what', 'live', 'shadow', 'by', 'why'], rows);
}

export function printComparison(version: string, { live, day, metrics }: ModelComparison): string {
  return [
    `${version} beside the live ${live}, on ${day}: nothing was stored as a score.`,
    textTable([], namedValues(metrics)),
  ].join('\n');
}
