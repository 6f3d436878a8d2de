import type { ModelFile } from '@spendscope/contracts';
import { namedValues, textTable } from '../words/textTable';
import type { ListedModel } from './interchange';

export function printModels(models: readonly ListedModel[]): string {
  if (models.length === 0) {
    return 'No model yet: "spendscope analyze" makes them, "spendscope models import" takes one in.';
  }
  const rows = models.map(({ file, alias, model, problem }) => [file, alias, problem ?? model!.card.algorithm]);
  return textTable(['file', 'now', 'what'], rows);
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
