import { setTimeout as sleep } from 'node:timers/promises';
import { indices } from '@spendscope/contracts';
import { type ElasticClient, bulkEntry, bulkWrite } from '@spendscope/elastic';
import { LogFollower } from './followLogs';
import { parseLogLine } from './parseLogLine';
import { coreTime, sampleHost } from './sampleHost';

export interface MonitorOptions {
  /** folder of the components' logs, followed where one is given */
  logs?: string;
  /** folder on the disk that is looked at */
  folder: string;
  everySeconds: number;
  signal: AbortSignal;
}

const keptSeconds = 7 * 86_400;

/**
 * Stores what the machine is busy with, and what the components log, until the signal ends it. A sample takes the place of the
 * one a week before, and a line is known by its place in its file: nothing is stored twice, and samples do not grow.
 */
export async function monitor(
  client: ElasticClient,
  { logs, folder, everySeconds, signal }: MonitorOptions
): Promise<void> {
  // prettier-ignore
  const follower = logs === undefined ? undefined : new LogFollower(logs);
  let before = coreTime();
  while (!signal.aborted) {
    await sleep(everySeconds * 1000, undefined, { signal }).catch(() => {});
    const now = new Date();
    const sample = await sampleHost(before, folder, now);
    before = coreTime();
    const slot = Math.floor(now.getTime() / 1000 / everySeconds) % Math.ceil(keptSeconds / everySeconds);
    let body = bulkEntry(indices.hostSamples.name, `${sample.host}-${slot}`, sample);
    let documents = 1;
    for (const { component, offset, text } of (await follower?.next()) ?? []) {
      const line = parseLogLine(component, text, now);
      if (line) {
        body += bulkEntry(indices.logs.name, `${component}-${offset}`, line);
        documents++;
      }
    }
    await bulkWrite(client, [{ body, documents }]);
  }
}
