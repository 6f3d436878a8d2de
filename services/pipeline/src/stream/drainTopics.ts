import { once } from 'node:events';
import { type WriteStream, createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type MessagesStream, Consumer } from '@platformatic/kafka';
import { kafkaOptions } from '@spendscope/kafka';
import type { DrainedFile } from '../ingest/classifyFiles';
import { batchesOf } from './batchesOf';
import { closeAnyhow } from './closeAnyhow';
import type { RawMessage } from './deadLetters';
import { type Position, offsetsAfter } from './offsetsAfter';
import type { StreamPlan } from './streamFile';

export interface DrainOptions {
  plan: StreamPlan;
  /** Emptied before and after: its files hold originals. */
  folder: string;
  signal: AbortSignal;
  onProgress?: (messages: number) => void;
}

const batchSize = 2_000;
const batchWaitMs = 200;
const lookEveryMs = 250;

/** Under a group of its own, so that watchers and an ingest each get everything. */
export const ingestGroup = ({ group }: StreamPlan): string => `${group}-ingest`;

/**
 * Writes what topics hold from the group's offsets to their present end into files, has them stored, and then says so to the
 * group. Each message is a line, each partition a file `TOPIC.PARTITION.OFFSET.jsonl`, named by its first message's offset.
 * Killed at any moment, the next call brings the same messages again.
 * @returns how many messages there were; `store` is not called for none
 */
export async function drainTopics(
  { plan, folder, signal, onProgress }: DrainOptions,
  store: (files: readonly DrainedFile[]) => Promise<void>
): Promise<number> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const consumer = new Consumer({
    ...kafkaOptions(plan.connection, 'spendscope-ingest'),
    groupId: ingestGroup(plan),
    autocommit: false,
    highWaterMark: 4 * batchSize,
    maxWaitTime: 500,
  });
  const files = new DrainFiles(folder, plan);
  try {
    const topics = [...plan.entities.keys()];
    const ends = await endsOf(consumer, topics);
    const stream = await consumer.consume({ topics, mode: 'committed', fallbackMode: 'earliest' });
    const seen = new Map<string, Position>();
    let messages = 0;
    for await (const batch of untilEnds(stream, ends, signal)) {
      await files.write(batch);
      batch.forEach((message) => seen.set(placeOf(message), message));
      messages += batch.length;
      onProgress?.(messages);
    }
    signal.throwIfAborted();
    await files.close();
    if (messages > 0) {
      await store(files.written);
      await consumer.commit({ offsets: offsetsAfter([...seen.values()]) });
    }
    return messages;
  } finally {
    await files.close().catch(() => {});
    await closeAnyhow(consumer);
    rmSync(folder, { recursive: true, force: true });
  }
}

const placeOf = ({ topic, partition }: Omit<Position, 'offset'>): string => `${topic}:${partition}`;

/** By `topic:partition`, the offset that the next message will get. */
async function endsOf(
  consumer: Consumer<Buffer, Buffer, Buffer, Buffer>,
  topics: string[]
): Promise<Map<string, bigint>> {
  const offsets = await consumer.listOffsets({ topics });
  const ends = new Map<string, bigint>();
  offsets.forEach((partitions, topic) =>
    partitions.forEach((end, partition) => ends.set(placeOf({ topic, partition }), end))
  );
  return ends;
}

/** Batches of what lies before the ends, until all of it was given out; what comes meanwhile waits for another time. */
async function* untilEnds(
  stream: MessagesStream<Buffer, Buffer, Buffer, Buffer>,
  ends: ReadonlyMap<string, bigint>,
  signal: AbortSignal
): AsyncGenerator<RawMessage[]> {
  const complete = new AbortController();
  let [taken, given] = [0, 0];
  async function* counted(): AsyncGenerator<RawMessage> {
    for await (const message of stream) {
      taken++;
      yield message;
    }
  }
  // Offsets can have gaps (compaction, transactions): where the stream stands tells, not how much it brought.
  const fetched = (): boolean => [...ends].every(([place, end]) => (stream.offsetsToFetch.get(place) ?? -1n) >= end);
  const looking = setInterval(() => {
    if (taken === given && stream.readableLength === 0 && fetched()) {
      complete.abort();
    }
  }, lookEveryMs);
  try {
    const options = { size: batchSize, waitMs: batchWaitMs, signal: AbortSignal.any([signal, complete.signal]) };
    for await (const batch of batchesOf(counted(), options)) {
      yield batch.filter((message) => message.offset < ends.get(placeOf(message))!);
      given += batch.length;
    }
  } finally {
    clearInterval(looking);
  }
}

/** One file for each partition that brought something. */
class DrainFiles {
  private readonly open = new Map<string, WriteStream>();
  readonly written: DrainedFile[] = [];

  constructor(
    private readonly folder: string,
    private readonly plan: StreamPlan
  ) {}

  async write(batch: readonly RawMessage[]): Promise<void> {
    const texts = new Map<WriteStream, string>();
    for (const message of batch) {
      const stream = this.streamOf(message);
      texts.set(stream, (texts.get(stream) ?? '') + lineOf(message));
    }
    for (const [stream, text] of texts) {
      if (!stream.write(text, 'latin1')) {
        await once(stream, 'drain');
      }
    }
  }

  async close(): Promise<void> {
    const streams = [...this.open.values()].filter((stream) => !stream.closed);
    await Promise.all(
      streams.map(async (stream) => {
        stream.end();
        await once(stream, 'close');
      })
    );
  }

  private streamOf({ topic, partition, offset }: RawMessage): WriteStream {
    const place = placeOf({ topic, partition });
    let stream = this.open.get(place);
    if (!stream) {
      const path = join(this.folder, `${topic}.${partition}.${offset}.jsonl`);
      stream = createWriteStream(path, { mode: 0o600 });
      this.open.set(place, stream);
      this.written.push({ path, entity: this.plan.entities.get(topic)! });
    }
    return stream;
  }
}

/** The message's bytes as they came (one character each), on one line. A line end is blank space in JSON. */
function lineOf({ value }: RawMessage): string {
  const text = value ? value.toString('latin1').replace(/[\r\n]+/g, ' ') : '';
  return `${text.trim() === '' ? 'null' : text}\n`;
}
