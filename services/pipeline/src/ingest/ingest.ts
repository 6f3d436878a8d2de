import { basename } from 'node:path';
import type { RunInput } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { honourErasures } from '../erasures/honourErasures';
import { exitCodes } from '../exitCodes';
import { sha256, sha256OfFile } from '../files/sha256';
import type { Progress } from '../progress';
import type { RunRecorder } from '../runs/runRecorder';
import { type StateFolder, readTokenKey } from '../stateFolder';
import { createSchema, readMeta, writeMeta } from '../store/schema';
import type { Store } from '../store/store';
import { storedRows } from '../store/storedRows';
import { UserError } from '../userError';
import { type InputFile, type InputFiles, classifyFiles } from './classifyFiles';
import { dropStoredWorld, dropWorldDocuments } from './dropWorld';
import { createIngestLog, logDone, logStaged, nextIngest, type IngestEntry, unfinishedIngest } from './ingestLog';
import { insertRows } from './insertRows';
import { leaveOutErased, makeTokens } from './makeTokens';
import type { Mapping } from './mappingSchema';
import { type MaxRejects, tooManyRejects } from './maxRejects';
import { makeNetworks } from './networks';
import { publishRows } from './publishRows';
import { countByCode, indexQuarantine, writeQuarantineFile } from './quarantine';
import type { IdentitySources } from './readOriginals';
import { saveIdentities } from './saveIdentities';
import { stagingTable } from './stageFile';
import { type Staged, stageFiles } from './stageFiles';

export interface IngestOptions {
  input: InputFiles;
  mapping: Mapping;
  maxRejects: MaxRejects;
  /** drop what another world left in the store and in Elasticsearch */
  replace: boolean;
  now: Date;
}

export interface IngestContext {
  store: Store;
  client: ElasticClient;
  folder: StateFolder;
  run: RunRecorder;
  progress: Progress;
  signal?: AbortSignal;
}

/**
 * Reads files, checks every row, and stores what is valid under tokens: in the working store (one transaction) and then
 * in Elasticsearch (deterministic ids). Killed at any moment and run again, it ends as if it had run once.
 */
export async function ingest(context: IngestContext, options: IngestOptions): Promise<void> {
  const { store, run, progress } = context;
  await createSchema(store);
  await createIngestLog(store);
  await honourErasures(context);
  await checkWorld(context, options);
  const files = await classifyFiles(store, options.input, options.mapping);
  const inputs = await fileInputs(files);
  const key = keyOf(files, inputs, options.mapping);
  const { maxRejects, replace, mapping } = options;
  run.reads(inputs, { max_rejects: maxRejects, replace, mapping });

  const unfinished = await unfinishedIngest(store);
  const dropsIt = options.replace && unfinished?.key !== key;
  if (unfinished && !dropsIt) {
    progress.note(
      `An ingest was interrupted; going on after ${unfinished.transactions_sent} of ${unfinished.transactions} transactions.`
    );
    await publish(context, unfinished);
  }
  if (unfinished?.key === key) {
    run.know({ read: unfinished.read, rejected: unfinished.rejected });
    return;
  }
  const entry = await stage(context, options, files, key);
  await publish(context, entry);
}

async function stage(
  context: IngestContext,
  options: IngestOptions,
  files: readonly InputFile[],
  key: string
): Promise<IngestEntry> {
  const { store, run, progress, signal } = context;
  const staged = await run.stage(
    'Read and check',
    () => stageFiles(store, files, options.mapping, options.now, progress, signal),
    ({ read, rejects }) => `${read} rows, ${rejects.length} rejected`
  );
  run.know({ read: staged.read, rejected: staged.rejects.length });
  run.counted(staged.rows);
  await quarantine(context, options, staged);
  const entities = [...staged.entities.keys()];
  const withIp = entities.filter((entity) => staged.entities.get(entity)!.columns.includes('ip')).map(stagingTable);
  const tokenKey = readTokenKey(context.folder);
  await run.stage(
    'Tokens',
    async () => {
      const customers = await makeTokens(store, entities, tokenKey);
      const leftOut = await leaveOutErased(store, entities);
      if (leftOut > 0) {
        progress.note(`Left out ${leftOut} rows of people who were erased.`);
      }
      await makeNetworks(store, withIp);
      return customers;
    },
    (customers) => `${customers} customers`
  );
  const people = staged.entities.get('customers');
  const sources: IdentitySources = {
    rows: staged.read,
    withIp,
    ...(people
      ? {
          customers: {
            table: stagingTable('customers'),
            name: people.columns.includes('name'),
            card: people.columns.includes('card'),
          },
        }
      : {}),
  };
  // Elasticsearch writes the one while DuckDB sorts the other.
  const identities = run.stage('Identities', () =>
    saveIdentities(store, context.client, tokenKey, sources, options.now, signal)
  );
  const entry = run.stage('Store', () => insertAll(context, options, staged, key, identities));
  await Promise.allSettled([identities, entry]);
  await identities;
  return entry;
}

/** Stores the staged rows; nothing of them stays where `identities` fails, which finds two customers with one token. */
async function insertAll(
  { store, client }: IngestContext,
  { mapping, replace }: IngestOptions,
  staged: Staged,
  key: string,
  identities: Promise<unknown>
): Promise<IngestEntry> {
  const { world, timeZone, currency } = mapping;
  const counts = { customers: 0, transactions: 0, actions: 0 };
  await store.transaction(async () => {
    if (replace) {
      await dropStoredWorld(store);
    }
    const ingest = await nextIngest(store);
    await writeMeta(store, { world, timeZone, currency });
    for (const [entity, compiled] of staged.entities) {
      counts[entity] = await insertRows(store, entity, compiled, ingest, mapping);
    }
    await logStaged(store, { ingest, key, ...counts, read: staged.read, rejected: staged.rejects.length });
    await identities;
    // Only now, when the new rows are known to be good, the old documents go; before the commit, because an ingest that
    // goes on after a kill only writes.
    if (replace) {
      await dropWorldDocuments(client);
    }
  });
  for (const entity of staged.entities.keys()) {
    await store.run(`DROP TABLE ${stagingTable(entity)}`);
  }
  await store.run('DROP TABLE tokens; DROP TABLE networks');
  const entry = await unfinishedIngest(store);
  return entry!;
}

async function quarantine(context: IngestContext, options: IngestOptions, { rejects, read }: Staged): Promise<void> {
  const { client, run, folder, progress, signal } = context;
  if (rejects.length === 0) {
    return;
  }
  const path = await writeQuarantineFile(folder.quarantine, run.id, rejects);
  await indexQuarantine(client, run.id, rejects, options.now, signal);
  const codes = countByCode(rejects);
  for (const [code, count] of codes) {
    const first = rejects.find((reject) => reject.code === code)!;
    progress.note(`Rejected ${count} rows, ${code}: ${first.reason} (first: ${first.file}, line ${first.line})`);
  }
  progress.note(`All rejected rows are in ${path}`);
  const tolerated = new Set(options.mapping.tolerate ?? []);
  const held = codes.filter(([code]) => !tolerated.has(code)).reduce((sum, [, count]) => sum + count, 0);
  if (tooManyRejects(options.maxRejects, held, read)) {
    const [code] = codes.find(([name]) => !tolerated.has(name))!;
    const worst = rejects.find((reject) => reject.code === code)!;
    throw new UserError(
      `${held} of ${read} rows were rejected, so nothing was stored; most often ${code}, e.g. ${worst.file}, line ${worst.line}${worst.column ? `, column ${worst.column}` : ''}: ${worst.reason}.`,
      `Mend the rows (${path}), or allow more with --max-rejects.`,
      { exitCode: exitCodes.tooManyRejects }
    );
  }
}

async function publish(context: IngestContext, entry: IngestEntry): Promise<void> {
  const { store, client, run, progress, signal } = context;
  const written = await run.stage(
    'Elasticsearch',
    async () =>
      (await publishRows(store, client, entry, 'transactions', progress, signal)) +
      (await publishRows(store, client, entry, 'actions', progress, signal)),
    (documents) => `${documents} documents`
  );
  await logDone(store, entry.ingest);
  const stored = await run.stage('Content of the store', () => storedRows(store));
  stored.forEach(({ name, rows, content_hash }) => run.made({ kind: 'table', name, documents: rows, content_hash }));
  const range = await store.one<{ first: Date | null; last: Date | null }>(
    'SELECT min(ts) AS first, max(ts) AS last FROM transactions'
  );
  run.know({
    written,
    ...(range.first && range.last ? { data_from: range.first.toISOString(), data_to: range.last.toISOString() } : {}),
  });
}

/** Two worlds never mix: what the store holds has to be this one, or be given up. */
async function checkWorld({ store, run }: IngestContext, { mapping, replace }: IngestOptions): Promise<void> {
  const { world, timeZone, currency } = mapping;
  const before = await readMeta(store);
  if (before.world && before.world !== world && !replace) {
    throw new UserError(
      `The store holds the world "${before.world}"; "${world}" would mix with it.`,
      'Add --replace to drop what is there, or use another state folder and Elasticsearch.',
      { exitCode: exitCodes.usage }
    );
  }
  run.know({ world, time_zone: timeZone, currency });
}

async function fileInputs(files: readonly InputFile[]): Promise<RunInput[]> {
  const inputs: RunInput[] = [];
  for (const { path } of files) {
    inputs.push({ kind: 'file', name: basename(path), content_hash: `sha256:${await sha256OfFile(path)}` });
  }
  return inputs;
}

/** The same bytes with the same mapping are the same ingest, wherever the files lie. */
function keyOf(files: readonly InputFile[], inputs: readonly RunInput[], mapping: Mapping): string {
  return sha256(JSON.stringify([mapping, files.map(({ entity }, i) => [entity, inputs[i]!.content_hash])]));
}
