import { type Command, InvalidArgumentError } from 'commander';
import { connectElasticsearch } from '../elasticsearch';
import { exitCodes } from '../exitCodes';
import type { GlobalOptions } from '../program';
import { Scheduler } from '../schedule/Scheduler';
import { readJobsFile } from '../schedule/jobsFile';
import { jobsFilePath } from '../schedule/jobsFilePath';
import { cronJobManifests } from '../schedule/kubernetes';
import { launchJob } from '../schedule/launchJob';
import { printJobs, printUpcoming, upcoming } from '../schedule/printJobs';
import { runNow } from '../schedule/runNow';
import { watchedJobs } from '../schedule/watchedJobs';
import { say, tell } from '../terminal';
import { UserError } from '../userError';

interface FileFlag {
  jobs?: string;
}

export function addSchedule(program: Command, signal: AbortSignal): void {
  const stateDir = (): string | undefined => program.opts<GlobalOptions>().stateDir;
  const schedule = program
    .command('schedule')
    .description('Start the jobs of a jobs file when they are due, until stopped; several schedulers share the work.')
    .option('--jobs <file>', 'jobs file, YAML (default: SPENDSCOPE_JOBS_FILE, jobs.yaml in the state folder)');
  const file = (): string => schedule.opts<FileFlag>().jobs ?? jobsFilePath(stateDir());
  schedule.action(async () => {
    const jobs = await watchedJobs(file(), tell);
    const client = await connectElasticsearch();
    try {
      tell(`${file()}: ${(await jobs()).jobs.length} jobs. Stop with Ctrl-C.`);
      const parts = { client, jobs, launch: launchJob(stateDir()), now: () => new Date(), note: tell };
      await new Scheduler(parts).run(signal);
    } finally {
      await client.close();
    }
  });

  schedule
    .command('check')
    .description('Whether the scheduler would take a jobs file; exit code 2 with line, field and fix where not.')
    .argument('[file]', 'default: the one in force')
    .action(async (given?: string) => {
      const path = given ?? file();
      const { version, jobs } = await readJobsFile(path);
      say(`${path}: version ${version}, ${jobs.length} jobs. The scheduler would take it.`);
    });

  schedule
    .command('list')
    .description('The jobs, their rules, and when each is due next.')
    .option('--json', 'print them as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const jobs = await readJobsFile(file());
      say(json ? JSON.stringify(jobs, null, 2) : printJobs(jobs, new Date()));
    });

  schedule
    .command('next')
    .description('What is due next, in UTC and as the clocks of the job’s zone show it.')
    .option('--count <n>', 'how many times', wholeNumber, 10)
    .option('--json', 'print them as JSON')
    .action(async ({ count, json }: { count: number; json?: boolean }) => {
      const times = upcoming(await readJobsFile(file()), new Date(), count);
      say(json ? JSON.stringify(times, null, 2) : printUpcoming(times));
    });

  schedule
    .command('run')
    .description(
      'Run a job now and wait for its end; on record and under its lease as if the scheduler had started it.'
    )
    .argument('<job>', 'its id')
    .action(async (id: string) => {
      const jobs = await readJobsFile(file());
      const job = jobs.jobs.find((one) => one.id === id);
      if (!job) {
        throw new UserError(`${file()} has no job "${id}".`, `Its jobs: ${jobs.jobs.map((one) => one.id).join(', ')}`, { exitCode: exitCodes.usage }); // prettier-ignore
      }
      const client = await connectElasticsearch();
      try {
        await runNow({ client, launch: launchJob(stateDir()), jobs, job, note: tell, signal });
      } finally {
        await client.close();
      }
    });

  schedule
    .command('export')
    .description('Print the enabled jobs as Kubernetes CronJobs, each of which calls "schedule run".')
    .requiredOption('--kubernetes', 'the form to print')
    .option('--image <image>', 'container image of the pipeline', 'spendscope:latest')
    .action(async ({ image }: { image: string }) => say(cronJobManifests(await readJobsFile(file()), image).trimEnd()));
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1 || value > 1_000) {
    throw new InvalidArgumentError('Give a whole number from 1 to 1000.');
  }
  return value;
}
