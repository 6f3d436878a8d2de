import { hostname } from 'node:os';
import { type JobOccurrence, indices } from '@spendscope/contracts';
import { type ElasticClient, isFree } from '@spendscope/elastic';
import { type OccurrenceBook, leaseSeconds } from './OccurrenceBook';

const lostError = 'The scheduler that had it went away before it ended.';

/** Puts on record what became of jobs whose scheduler is gone, and frees their leases. Gives the ids. */
export async function sweepLost(
  client: ElasticClient,
  book: OccurrenceBook,
  own: string,
  now: Date
): Promise<string[]> {
  const lost: string[] = [];
  for (const { document, version } of await book.active()) {
    if (document.claimed_by === own || !isLost(document, now)) {
      continue;
    }
    const { replaced_by: _replaced, ...rest } = document;
    const run_id = await book.runOf(document.occurrence_id);
    const ended: JobOccurrence = {
      ...rest,
      state: 'failed',
      reason: 'lost',
      error: lostError,
      ended_at: now.toISOString(),
      ...(run_id ? { run_id } : {}),
    };
    if (await book.occurrences.replace(document.occurrence_id, ended, version)) {
      await book.leaseOf(document).release();
      await (run_id && endRun(client, run_id, now));
      lost.push(document.occurrence_id);
    }
  }
  return lost;
}

function isLost({ lease_until, host, pid }: JobOccurrence, now: Date): boolean {
  if (host === hostname() && pid !== undefined && isDead(pid)) {
    return true;
  }
  return !lease_until || isFree({ holder: '', fencing: 0, expires_at: lease_until }, now, leaseSeconds * 1_000);
}

/** A scheduler of this process number that is not this one is gone: containers give the same number again. */
function isDead(pid: number): boolean {
  if (pid === process.pid) {
    return true;
  }
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** The run that the job recorded itself would else be running for ever. */
async function endRun(client: ElasticClient, id: string, now: Date): Promise<void> {
  const { name } = indices.runs;
  const found = await client.get<{ status: string }>({ index: name, id });
  if (found._source?.status === 'running') {
    const doc = { status: 'failed', ended_at: now.toISOString(), error: lostError };
    await client.update({ index: name, id, doc, refresh: true });
  }
}
