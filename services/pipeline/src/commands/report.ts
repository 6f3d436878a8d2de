import { writeFileSync } from 'node:fs';
import { environment } from '@spendscope/contracts';
import { type Language, languages } from '@spendscope/findings';
import { type Command, Option } from 'commander';
import { connectElasticsearch } from '../elasticsearch';
import type { GlobalOptions } from '../program';
import { judgeDetectors } from '../quality/judgeDetectors';
import { defaultCosts } from '../quality/suggestThresholds';
import { collectAnomalies } from '../report/anomalies/collectAnomalies';
import { anomalyHours } from '../report/anomalyHours';
import { collectReport } from '../report/collectReport';
import { anomalyPage } from '../report/html/anomalies/anomalyPage';
import { reportPage } from '../report/html/page';
import { withStore } from '../runs/withStore';
import { say } from '../terminal';
import { UserError } from '../userError';
import { readClaims } from './claim';

interface ReportFlags {
  out: string;
  lang: Language;
  claim: string[];
  anomalies?: boolean;
  truth?: string;
}

/** Rows of the anomaly report's first table, and what its recall and precision are taken at. */
const topAnomalies = 100;

export function addReport(program: Command, signal: AbortSignal): void {
  program
    .command('report')
    .description('Write what the loaded customers show as one HTML file: churn, differences, correlations, anomalies.')
    .option('--out <file>', 'where the page goes', 'spendscope-report.html')
    .addOption(new Option('--lang <language>', 'of the page').choices(languages).default('en'))
    .option('--claim <text>', 'a belief to test in it; may be repeated', (text, all: string[]) => [...all, text], [])
    .option('--anomalies', 'report on anomalies instead: the highest scores with reasons, votes, customers, hours')
    .option('--truth <file>', 'with --anomalies: judge the detectors by the truth.csv of generated data')
    .action(async ({ out, lang, claim, anomalies, truth }: ReportFlags) => {
      if (anomalies) {
        writePage(out, await anomalyReport({ stateDir: program.opts<GlobalOptions>().stateDir, signal }, lang, truth));
        return;
      }
      const claims = claim.length > 0 ? readClaims(claim) : [];
      const { stateDir } = program.opts<GlobalOptions>();
      // Only anomalies come from Elasticsearch; without one the page says so.
      const client = process.env[environment.elasticsearchUrl] ? await connectElasticsearch() : undefined;
      try {
        const page = await withStore({ stateDir, signal }, async (reader) => {
          const readAnomalies = client && (() => anomalyHours(client, reader.store, reader.meta.timeZone));
          return reportPage(await collectReport(reader, { claims, at: new Date(), readAnomalies }), lang);
        });
        writePage(out, page);
      } finally {
        await client?.close();
      }
    });
}

async function anomalyReport(
  options: { stateDir?: string; signal: AbortSignal },
  lang: Language,
  truth: string | undefined
): Promise<string> {
  const client = await connectElasticsearch();
  try {
    return await withStore(options, async (reader) => {
      const judge = { truth: truth ?? '', top: topAnomalies, costs: defaultCosts, signal: options.signal };
      const quality = truth === undefined ? undefined : await judgeDetectors(reader, judge);
      return anomalyPage(await collectAnomalies(client, reader, { top: topAnomalies, at: new Date(), quality }), lang);
    });
  } finally {
    await client.close();
  }
}

function writePage(file: string, page: string): void {
  try {
    writeFileSync(file, page);
  } catch (cause) {
    throw new UserError(`${file} cannot be written.`, 'Give another place with --out.', { cause });
  }
  say(`${file}: ${Math.ceil(Buffer.byteLength(page) / 1024)} kB`);
}
