import { type Action, type Transaction, indices, monthlyIndex } from '@spendscope/contracts';
import { type ElasticClient, bulkEntry, bulkWrite } from '@spendscope/elastic';
import { businessQuarters } from '../documents/businessQuarter';
import { lastIsOwnOutlier } from '../documents/ownOutlier';
import { readErasures } from '../erasures/readErasures';
import { readSuppressions } from '../feedback/readSuppressions';
import type { Field } from '../generate/columns';
import { countryOf } from '../ingest/countryOf';
import { cutIp } from '../ingest/cutIp';
import type { Mapping } from '../ingest/mappingSchema';
import type { Original } from '../ingest/readOriginals';
import { identityBatch } from '../ingest/saveIdentities';
import { createToken } from '../ingest/tokens';
import { detectorName } from '../models/detectorModel';
import type { RunRecorder } from '../runs/runRecorder';
import { type StateFolder, readTokenKey } from '../stateFolder';
import { Fresh } from './Fresh';
import { LiveDetector } from './LiveDetector';
import { businessHours } from './businessHour';
import { CustomerMemory } from './customerMemory';
import { scoreLive } from './scoreLive';

export interface LiveContext {
  client: ElasticClient;
  folder: StateFolder;
  run: RunRecorder;
  signal?: AbortSignal;
  /** made anew where absent */
  detector?: LiveDetector;
}

/** A checked row by our fields, with the original id of its customer; empty fields are left out. */
export interface LiveRow {
  at: Date;
  fields: Readonly<Record<string, Field>>;
}

/** Rows of one moment. */
export interface LiveBatch {
  transactions: readonly LiveRow[];
  actions?: readonly LiveRow[];
}

export interface Written {
  transactions: number;
  actions: number;
  anomalies: number;
  /** Rows of people who were erased. */
  leftOut: number;
}

/**
 * Scores transactions with the live model and stores them, their anomalies and actions. All ids come from the rows: what is
 * written again, also after a crash in between, changes nothing. Each customer's rows must come to one writer.
 */
export class LiveWriter {
  private readonly memory: CustomerMemory;
  private readonly quarterOf: ReturnType<typeof businessQuarters>;
  private readonly key: Buffer;
  private readonly suppressions: Fresh<Awaited<ReturnType<typeof readSuppressions>>>;
  private readonly erasures: Fresh<Awaited<ReturnType<typeof readErasures>>>;
  private readonly detector: LiveDetector;
  /** Whether searches may not see all that was written. */
  private unseen = true;

  constructor(
    private readonly context: LiveContext,
    private readonly mapping: Mapping
  ) {
    const { client, folder } = context;
    this.detector = context.detector ?? new LiveDetector(folder);
    this.key = readTokenKey(folder);
    this.quarterOf = businessQuarters(mapping.timeZone);
    this.memory = new CustomerMemory(client, businessHours(mapping.timeZone));
    this.suppressions = new Fresh(() => readSuppressions(client, detectorName, new Date()));
    this.erasures = new Fresh(() => readErasures(client));
  }

  /** Another writer may have gone on with customers that this one knows. */
  forgetCustomers(): void {
    this.memory.clear();
    this.unseen = true;
  }

  async write({ transactions, actions = [] }: LiveBatch): Promise<Written> {
    const { client, run, signal } = this.context;
    const detector = await this.detector.get();
    const [suppressed, erased] = await Promise.all([this.suppressions.get(), this.erasures.get()]);
    const written: Written = { transactions: 0, actions: 0, anomalies: 0, leftOut: 0 };
    const originals = new Map<string, Original>();
    let body = '';
    const kept = (rows: readonly LiveRow[]): (LiveRow & { token: string })[] => {
      const named = rows.map((row) => ({ ...row, token: this.noted(row, originals) }));
      const present = named.filter(({ token }) => !erased.has(token));
      written.leftOut += named.length - present.length;
      return present;
    };
    const rows = kept(transactions);
    await this.load(rows.map(({ token }) => token));
    for (const { at, fields, token } of rows) {
      const known = this.memory.get(token);
      const bought = toTransaction(fields, token, at, known.traits, this.mapping.currency);
      const history = this.memory.remember(known, bought);
      const outlier = lastIsOwnOutlier(history) ? { own_outlier: true } : {};
      const transaction = { ...bought, ...this.quarterOf(at), ...outlier };
      const anomaly = scoreLive(detector, history, transaction, { runId: run.id, at: new Date(), suppressed });
      body += bulkEntry(monthlyIndex(indices.transactions, at), transaction.transaction_id, transaction);
      written.transactions++;
      if (anomaly) {
        body += bulkEntry(indices.anomalies.name, transaction.transaction_id, anomaly);
        written.anomalies++;
      }
    }
    for (const { at, fields, token } of kept(actions)) {
      const action = toAction(fields, token, at);
      body += bulkEntry(monthlyIndex(indices.actions, at), action.action_id, action);
      written.actions++;
    }
    const known = [...originals.values()].filter(({ token }) => !erased.has(token));
    const identities = known.length > 0 ? [await identityBatch(client, this.key, known, new Date())] : [];
    const documents = written.transactions + written.actions + written.anomalies;
    const batches = [...identities, ...(documents > 0 ? [{ body, documents }] : [])];
    await bulkWrite(client, batches, { signal });
    this.unseen = true;
    this.memory.trim();
    return written;
  }

  /** The token of a row's customer, whose address is noted for the identities. */
  private noted({ fields }: LiveRow, originals: Map<string, Original>): string {
    const original = String(fields.user_id);
    const token = createToken(this.key, 'customer', original);
    if (fields.ip) {
      const ips = [originals.get(token)?.ips, String(fields.ip)].filter(Boolean).join(',');
      originals.set(token, { token, original, name: null, card: null, ips });
    }
    return token;
  }

  private async load(tokens: readonly string[]): Promise<void> {
    if (this.unseen && tokens.some((token) => !this.memory.has(token))) {
      const index = indices.transactions.readAs;
      await this.context.client.indices.refresh({ index, ignore_unavailable: true });
      this.unseen = false;
    }
    await this.memory.load(tokens);
  }
}

function toTransaction(
  fields: LiveRow['fields'],
  token: string,
  at: Date,
  traits: Partial<Transaction>,
  currency: string
): Transaction {
  return {
    currency,
    type: 'purchase',
    ...placed(fields),
    ...traits,
    '@timestamp': at.toISOString(),
    user_id: token,
  } as Transaction;
}

function toAction(fields: LiveRow['fields'], token: string, at: Date): Action {
  return { ...placed(fields), '@timestamp': at.toISOString(), user_id: token } as Action;
}

/** A row's fields as documents have them: the address cut, its country, the place as a point. */
function placed({ ip, lat, lon, country, timestamp: _time, user_id: _user, ...rest }: LiveRow['fields']): object {
  const land = country ?? (ip ? countryOf(String(ip)) : undefined);
  return {
    ...rest,
    ...(ip ? { ip: cutIp(String(ip)) } : {}),
    ...(typeof lat === 'number' && typeof lon === 'number' ? { geo: { lat, lon } } : {}),
    ...(land ? { country: String(land) } : {}),
  };
}
