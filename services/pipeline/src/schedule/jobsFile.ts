import { readFileSync } from 'node:fs';
import { JobsFile } from '@spendscope/contracts';
import Value from 'typebox/value';
import { LineCounter, type Document, parseDocument } from 'yaml';
import { exitCodes } from '../exitCodes';
import { UserError } from '../userError';
import { faultOfCommand } from './allowedCommands';
import { cronOf } from './cronTimes';
import { type Job, resolveJob } from './scheduledJob';

export interface Jobs {
  version: string;
  jobs: Job[];
}

const fixOfForm = 'See “Scheduled jobs” in docs/operations.md for the form of a jobs file.';

/** Reads a jobs file. @throws UserError that names line and field of the first thing that is wrong, and the fix */
export async function readJobsFile(file: string): Promise<Jobs> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new UserError(`${file} cannot be read.`, 'Check its path and mode, or write one.', { cause });
  }
  return parseJobsFile(text, file);
}

/** @throws UserError as {@link readJobsFile} */
export async function parseJobsFile(text: string, file: string): Promise<Jobs> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [error] = document.errors;
  if (error) {
    const line = error.linePos?.[0].line ?? 1;
    throw fault(file, line, `not YAML: ${error.message.split('\n')[0]}`, 'Mend the line.', error);
  }
  const content: unknown = document.toJS({ maxAliasCount: 0 });
  const lineOf = (path: string): number => lineAt(document, lines, path);
  if (!Value.Check(JobsFile, content)) {
    const { path, message } = firstError(content);
    throw fault(file, lineOf(path), `${path || 'the file'} ${message}`, fixOfForm);
  }
  const jobs = content.jobs.map((job) => resolveJob(job, content));
  for (const [place, job] of jobs.entries()) {
    const wrong = await faultOf(job, jobs.slice(0, place));
    if (wrong) {
      const path = `/jobs/${place}${wrong.field}`;
      throw fault(file, lineOf(path), `${path} ${wrong.message}`, wrong.fix);
    }
  }
  return { version: content.version, jobs };
}

const fault = (file: string, line: number, message: string, fix: string, cause?: unknown): UserError =>
  new UserError(`${file}, line ${line}: ${message}`, fix, { exitCode: exitCodes.usage, cause });

interface Wrong {
  field: string;
  message: string;
  fix: string;
}

/** What fits the form and can still not be meant. */
async function faultOf(job: Job, before: readonly Job[]): Promise<Wrong | undefined> {
  if (before.some(({ id }) => id === job.id)) {
    return { field: '/id', message: `"${job.id}" is there twice.`, fix: 'Give each job an id of its own.' };
  }
  try {
    new Intl.DateTimeFormat('en', { timeZone: job.timeZone });
  } catch {
    return { field: '/timeZone', message: `"${job.timeZone}" is no time zone.`, fix: 'Give an IANA name, such as Asia/Seoul.' }; // prettier-ignore
  }
  const wrongCron = faultOfCron(job);
  if (wrongCron) {
    return { field: '/cron', message: wrongCron, fix: 'Give minute, hour, day of month, month and day of week, e.g. "30 2 * * *".' }; // prettier-ignore
  }
  const wrongCommand = await faultOfCommand(job.command);
  return wrongCommand === undefined
    ? undefined
    : { field: '/command', message: wrongCommand, fix: `Try it: spendscope ${job.command[0]} --help` };
}

function faultOfCron(job: Job): string | undefined {
  try {
    return cronOf(job).nextRun() === null ? `"${job.cron}" never comes.` : undefined;
  } catch (error) {
    return `"${job.cron}": ${(error as Error).message.replace(/^Cron\w+: /, '')}`;
  }
}

function firstError(content: unknown): { path: string; message: string } {
  const [error] = Value.Errors(JobsFile, content);
  const path = error?.instancePath ?? '';
  // What a strict object does not name has the schema "false".
  const isUnknown = error?.keyword === 'boolean';
  return { path, message: isUnknown ? 'is no field of a jobs file.' : `${error?.message ?? 'is no jobs file'}.` };
}

/** The line of what a JSON pointer names, or of the nearest thing around it. */
function lineAt(document: Document, lines: LineCounter, pointer: string): number {
  const path = pointer.split('/').slice(1).map((part) => (/^\d+$/.test(part) ? Number(part) : part)); // prettier-ignore
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) {
      return lines.linePos(node.range[0]).line;
    }
  }
  return 1;
}
