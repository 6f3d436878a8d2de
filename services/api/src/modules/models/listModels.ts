import {
  type ListedModel,
  type ListedModelVersion,
  type Model,
  type ModelCard,
  type ModelList,
  type ModelRequest,
  type ModelTrial,
  ModelCard as ModelCardSchema,
  approvalHours,
  indices,
} from '@spendscope/contracts';
import { RegistryError, aliasOf, liveBefore, modelName, versionOfFile } from '@spendscope/registry';
import { reading } from '../../elastic/reading';
import { tagOf } from './historyTag';
import type { ModelParts } from './modelParts';
import { overRegistry } from './overRegistry';
import { readComparisons } from './readComparisons';

/** Of each name; the newest ones. */
const mostVersions = 20;

/**
 * All models by name: what is live is the registry's word, the cards are those that runs announced, so that no file is read.
 * @throws ApiError 503 where the registry is away
 */
export async function listModels(parts: ModelParts): Promise<ModelList> {
  const { registry, requests, acts } = parts;
  const [names, files] = await overRegistry(() => Promise.all([registry.names(), registry.files()]));
  const announced = await readAnnounced(parts);
  const comparisons = await readComparisons(parts.client);
  const waiting = await requests.waiting(new Date(acts.now().getTime() - approvalHours * 3_600_000));
  const items: ListedModel[] = [];
  for (const name of names) {
    const its = files.filter((file) => modelName(file) === name);
    items.push(await listed(parts, name, its, { announced, comparisons, waiting }));
  }
  return { place: registry.place.startsWith('bucket') ? 'bucket' : 'folder', items };
}

interface Known {
  announced: ReadonlyMap<string, Model>;
  comparisons: Awaited<ReturnType<typeof readComparisons>>;
  waiting: readonly ModelRequest[];
}

async function listed(
  { registry }: ModelParts,
  name: string,
  files: readonly string[],
  known: Known
): Promise<ListedModel> {
  const told = await overRegistry(async () => {
    try {
      return { entries: await registry.history(name), head: await registry.head(name) };
    } catch (error) {
      // One history that was tampered with must not hide the other models.
      if (error instanceof RegistryError) {
        return { entries: [], head: { seq: 0, hash: '', live: undefined, shadow: undefined }, problem: error.message };
      }
      throw error;
    }
  });
  const { live, shadow, seq } = told.head;
  const newest = (file: string): string =>
    known.announced.get(file)?.trained_at ??
    told.entries.findLast((entry) => entry.live?.file === file || entry.shadow?.file === file)?.at ??
    '';
  const sorted = [...files].sort((a, b) => newest(b).localeCompare(newest(a)));
  // What is live or the shadow is shown, however old it is.
  const shown = sorted.filter((file, at) => at < mostVersions || file === live?.file || file === shadow?.file);
  const rollbackTo = liveBefore(told.entries);
  return {
    name,
    seq,
    etag: tagOf(seq),
    ...(live ? { live } : {}),
    ...(shadow ? { shadow } : {}),
    ...(rollbackTo ? { rollbackTo } : {}),
    versions: shown.map((file): ListedModelVersion => {
      const version = versionOfFile(file);
      const alias = aliasOf(told.head, file);
      const { card, trained_at: trainedAt } = known.announced.get(file) ?? {};
      const comparison = known.comparisons.get(version)?.find((one) => one.live === live?.version);
      return {
        ...{ version, file },
        ...(alias ? { alias } : {}),
        ...(trainedAt ? { trainedAt } : {}),
        ...(card ? { card: cardOf(card) } : {}),
        ...(card?.trial ? { trial: card.trial as ModelTrial } : {}),
        ...(comparison ? { comparison } : {}),
      };
    }),
    moreVersions: files.length - shown.length,
    requests: known.waiting.filter(({ model }) => model === name),
    ...(told.problem ? { problem: told.problem } : {}),
  };
}

/** What was announced of models, by file. */
async function readAnnounced({ client }: ModelParts): Promise<Map<string, Model>> {
  const { trained_at: trainedAt } = indices.models.fields;
  const { hits } = await client.search<Model>({
    ...reading(indices.models),
    size: 1_000,
    // What a run adds for other readers is large.
    _source: { excludes: [`${indices.models.fields.card}.comparison`, indices.models.fields.features] },
    sort: [{ [trainedAt]: { order: 'desc', unmapped_type: 'date' } }],
  });
  return new Map(hits.hits.map(({ _source }) => [_source!.file, _source!]));
}

/** The card without what a run adds to it for other readers. */
const cardOf = (announced: Model['card']): ModelCard =>
  Object.fromEntries(
    Object.keys(ModelCardSchema.properties).flatMap((key) => (key in announced ? [[key, announced[key]]] : []))
  ) as ModelCard;
