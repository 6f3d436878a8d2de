import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { DrainedFile } from '../ingest/classifyFiles';
import { type IngestContext, ingest } from '../ingest/ingest';
import type { Mapping } from '../ingest/mappingSchema';
import type { MaxRejects } from '../ingest/maxRejects';
import { LogPositions } from './LogPositions';
import { type LogPosition, readLog } from './LogTail';
import { actionFields, actionLine } from './actionLine';

export interface LogOptions {
  /** of the world, its time zone and currency; how actions look is the log's affair */
  mapping: Mapping;
  maxRejects: MaxRejects;
  now: Date;
}

/**
 * Stores the actions that were added to logs since the last time, as an ingest does: tokens for user ids, quarantine, working
 * store and Elasticsearch. Positions are kept after that, and ids come from the lines, so that a kill at any moment loses and
 * doubles nothing. A rejected line's file is `NAME.LINE.jsonl`; its line counts from that line.
 * @returns lines read
 */
export async function takeLogs(context: IngestContext, logs: readonly string[], options: LogOptions): Promise<number> {
  const positions = new LogPositions(context.folder);
  const next = new Map<string, LogPosition>();
  const folder = join(context.folder.spill, 'logs');
  let lines = 0;
  emptyFolder(folder);
  try {
    const files: DrainedFile[] = [];
    for (const [i, log] of [...new Set(logs.map((path) => resolve(path)))].entries()) {
      const { parts, position, gap } = await readLog(log, positions.of(log));
      if (gap) {
        context.progress.note(`${log} was rotated, and what it held before is not beside it: lines may be missing.`);
      }
      next.set(log, position);
      for (const part of parts) {
        lines += part.lines.length;
        // Logs of several services may have one name.
        files.push(...writeActions(join(folder, String(i)), `${part.file}.${part.line}.jsonl`, part.lines));
      }
    }
    await store(context, files, options);
    positions.keep(next);
    return lines;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Stores drained messages that are lines of a log. */
export async function takeLogMessages(
  context: IngestContext,
  drained: readonly DrainedFile[],
  options: LogOptions
): Promise<void> {
  const folder = join(context.folder.spill, 'logs');
  emptyFolder(folder);
  try {
    const files = drained.flatMap(({ path }) =>
      writeActions(folder, basename(path), readFileSync(path, 'utf8').trimEnd().split('\n'))
    );
    await store(context, files, options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function store(
  context: IngestContext,
  drained: readonly DrainedFile[],
  { mapping, ...options }: LogOptions
): Promise<void> {
  if (drained.length > 0) {
    const { world, timeZone, currency } = mapping;
    const ofLogs: Mapping = { version: 1, world, timeZone, currency, actions: { fields: actionFields } };
    await ingest(context, { ...options, input: { drained }, mapping: ofLogs, replace: false });
  }
}

function emptyFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

/** No file where no line is an action. Lines that are none stay as blank ones, so that the others keep their numbers. */
function writeActions(folder: string, name: string, lines: readonly string[]): DrainedFile[] {
  const actions = lines.map(actionLine);
  if (actions.every((line) => line === '')) {
    return [];
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, name);
  writeFileSync(path, `${actions.join('\n')}\n`, { mode: 0o600 });
  return [{ path, entity: 'actions' }];
}
