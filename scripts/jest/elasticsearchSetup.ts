import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

declare global {
  var spendscopeTestElasticsearch: ChildProcess | undefined;
}

/**
 * Starts one Elasticsearch for all integration tests and hands its address over in the environment. One that is
 * already there (SPENDSCOPE_TEST_ELASTICSEARCH) is taken as it is: handy while writing tests.
 */
export default async function startElasticsearch({ rootDir }: { rootDir: string }): Promise<void> {
  if (process.env.SPENDSCOPE_TEST_ELASTICSEARCH) {
    return;
  }
  const program = join(rootDir, 'services/stack/src/testElasticsearch.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', program, '--until-stdin-ends'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  globalThis.spendscopeTestElasticsearch = child;
  Object.assign(process.env, JSON.parse(await firstLine(child)));
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout!.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      if (text.includes('\n')) {
        resolve(text.slice(0, text.indexOf('\n')));
      }
    });
    child.once('exit', (code) => {
      const error = new Error(`No Elasticsearch for the integration tests (exit code ${code}), see above.`);
      // Jest prints the stack: the reason and its fix stand above, and a trace of ours would only hide them.
      error.stack = error.message;
      reject(error);
    });
  });
}
