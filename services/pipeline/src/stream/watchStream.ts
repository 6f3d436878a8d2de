import { type MessagesStream, Consumer, Producer } from '@platformatic/kafka';
import { kafkaOptions } from '@spendscope/kafka';
import type { Mapping } from '../ingest/mappingSchema';
import { type LiveContext, LiveWriter } from '../watch/LiveWriter';
import type { LiveRow } from '../watch/liveRow';
import { StreamMetrics } from './StreamMetrics';
import { StreamRows } from './StreamRows';
import { batchesOf } from './batchesOf';
import { closeAnyhow } from './closeAnyhow';
import { type DeadLetter, type RawMessage, sendDeadLetters } from './deadLetters';
import { offsetsAfter } from './offsetsAfter';
import { patiently } from './patiently';
import type { StreamPlan } from './streamFile';

export interface StreamOptions {
  plan: StreamPlan;
  mapping: Mapping;
  signal: AbortSignal;
  metrics?: StreamMetrics;
  /** Told of each batch: totals so far. */
  onProgress?: (totals: StreamTotals) => void;
  /** Told of what fails and is tried again. */
  onTrouble?: (what: string, error: unknown) => void;
}

export interface StreamTotals {
  read: number;
  transactions: number;
  actions: number;
  anomalies: number;
  deadLetters: number;
}

const batchSize = 500;
const batchWaitMs = 250;
const lagEveryMs = 5_000;

/**
 * Reads topics as one of a consumer group, scores and stores what they bring, until the signal ends it. A batch's offsets
 * are committed after everything of it is stored; ids come from the messages, so that what is read again changes nothing:
 * at least once in, exactly once in effect. While Elasticsearch or the broker is away it waits and loses nothing.
 * Messages that cannot be read, or whose documents Elasticsearch refuses, go to the dead letters.
 * @throws UserError where the mapping fits no stream
 */
export async function watchStream(context: LiveContext, options: StreamOptions): Promise<StreamTotals> {
  const { plan, mapping, signal, metrics = new StreamMetrics(), onProgress, onTrouble } = options;
  const totals: StreamTotals = { read: 0, transactions: 0, actions: 0, anomalies: 0, deadLetters: 0 };
  const rows = await StreamRows.open(mapping, plan.entities.values());
  const writer = new LiveWriter({ ...context, signal }, mapping);
  const producer = new Producer({ ...kafkaOptions(plan.connection, 'spendscope-watch'), autocreateTopics: false });
  const trouble = (what: string) => (error: unknown) => {
    metrics.retries.inc({ what });
    onTrouble?.(what, error);
  };

  const handle = async (batch: readonly RawMessage[]): Promise<void> => {
    const letters: DeadLetter[] = [];
    const read: Record<'transactions' | 'actions', LiveRow[]> = { transactions: [], actions: [] };
    const messageOf = new Map<LiveRow, RawMessage>();
    for (const [topic, entity] of plan.entities) {
      const messages = batch.filter((message) => message.topic === topic);
      const answers = messages.length > 0 ? await rows.read(entity, messages.map(valueOf), new Date()) : [];
      answers.forEach((answer, i) => {
        if ('row' in answer) {
          read[entity].push(answer.row);
          messageOf.set(answer.row, messages[i]!);
        } else {
          letters.push({ message: messages[i]!, fault: answer.fault });
        }
      });
    }
    const written = await patiently(() => writer.write(read), { signal, failed: trouble('elasticsearch') });
    written.refused.forEach(({ row, reason }) =>
      letters.push({ message: messageOf.get(row)!, fault: { code: 'refused_by_elasticsearch', reason } })
    );
    await patiently(() => sendDeadLetters(producer, plan.deadLetters, letters), { signal, failed: trouble('kafka') });
    const dead = new Set(letters.map(({ message }) => message));
    batch.forEach((message) =>
      metrics.messages.inc({ topic: message.topic, outcome: dead.has(message) ? 'dead_letter' : 'stored' })
    );
    metrics.anomalies.inc(written.anomalies);
    totals.read += batch.length;
    totals.transactions += written.transactions;
    totals.actions += written.actions;
    totals.anomalies += written.anomalies;
    totals.deadLetters += letters.length;
  };

  /** As a member of the group, until the connection breaks. */
  const take = async (): Promise<void> => {
    const consumer = new Consumer({
      ...kafkaOptions(plan.connection, 'spendscope-watch'),
      groupId: plan.group,
      autocommit: false,
      highWaterMark: 2 * batchSize,
      sessionTimeout: 20_000,
      heartbeatInterval: 3_000,
    });
    // Whoever had a partition in between may have gone on with its customers.
    consumer.on('consumer:group:join', () => {
      metrics.rebalances.inc();
      writer.forgetCustomers();
    });
    consumer.on('consumer:lag', (lag) => {
      metrics.lag.reset();
      lag.forEach((partitions, topic) =>
        partitions.forEach(
          (n, partition) => n >= 0n && metrics.lag.set({ topic, partition: String(partition) }, Number(n))
        )
      );
    });
    consumer.on('consumer:lag:error', () => {});
    let stream: MessagesStream<Buffer, Buffer, Buffer, Buffer> | undefined;
    try {
      const topics = [...plan.entities.keys()];
      stream = await consumer.consume({ topics, mode: 'committed', fallbackMode: 'earliest' });
      consumer.startLagMonitoring({ topics }, lagEveryMs);
      for await (const batch of batchesOf(stream, { size: batchSize, waitMs: batchWaitMs, signal })) {
        const timed = metrics.batchSeconds.startTimer();
        await handle(batch);
        await consumer.commit({ offsets: offsetsAfter(batch) });
        timed();
        context.run.know({ read: totals.read, written: totals.transactions + totals.actions + totals.anomalies });
        onProgress?.(totals);
      }
    } finally {
      consumer.stopLagMonitoring();
      await closeAnyhow(consumer);
    }
    if (!signal.aborted) {
      throw new Error('The stream ended.');
    }
  };

  try {
    await patiently(take, { signal, failed: trouble('kafka') });
  } catch (error) {
    if (!signal.aborted) {
      throw error;
    }
  } finally {
    rows.close();
    await closeAnyhow(producer);
  }
  return totals;
}

const valueOf = ({ value }: RawMessage): Uint8Array => value ?? Buffer.alloc(0);
