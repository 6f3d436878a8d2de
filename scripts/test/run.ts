import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureChromium } from './chromium';
import { type Counts, add, jestCounts, none, playwrightCounts } from './counts';

const root = path.resolve(import.meta.dirname, '../..');
const results = path.join(root, 'test-results');

interface Stage {
  name: string;
  command: string[];
  env?: NodeJS.ProcessEnv;
  /** Reads the runner's report; without one the command itself is one test. */
  counts?: () => Counts;
}

const report = (name: string): string => path.join(results, `${name}.json`);
const read = <Result>(file: string): Result => JSON.parse(readFileSync(file, 'utf8')) as Result;
const jest = (name: string, args: string[]): Stage => ({
  name,
  command: ['npx', 'jest', ...args, '--json', `--outputFile=${report(name)}`],
  counts: () => jestCounts(read(report(name))),
});

const stages: Record<string, () => Stage> = {
  format: () => ({ name: 'format', command: ['npx', 'prettier', '--check', '--log-level', 'warn', '.'] }),
  lint: () => ({ name: 'lint', command: ['npx', 'eslint', '--max-warnings', '0', '.'] }),
  types: () => ({ name: 'types', command: ['npx', 'tsc', '--noEmit'] }),
  build: () => ({ name: 'build', command: ['npm', 'run', 'build'] }),
  unit: () => jest('unit', []),
  integration: () => jest('integration', ['--config', 'jest.integration.config.mjs']),
  e2e: () => ({
    name: 'e2e',
    command: ['npx', 'playwright', 'test'],
    env: { CHROMIUM_PATH: ensureChromium(), PLAYWRIGHT_JSON_OUTPUT_NAME: report('e2e') },
    counts: () => playwrightCounts(read(report('e2e'))),
  }),
  long: () => jest('long', ['--config', 'jest.long.config.mjs']),
};

function runStage(stage: Stage): Counts {
  const started = Date.now();
  console.log(`\n── ${stage.name} ──`);
  const [command, ...args] = stage.command;
  const { status } = spawnSync(command!, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...stage.env } });
  const counts = stage.counts
    ? countsOf(stage, status)
    : { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: [] };
  console.log(
    `── ${stage.name}: ${counts.passed} passed, ${counts.failed} failed, ${Math.round((Date.now() - started) / 1000)} s`
  );
  return counts;
}

/** A runner that ended badly has failed, whatever its report says: it may have died before it wrote one. */
function countsOf(stage: Stage, status: number | null): Counts {
  try {
    const counts = stage.counts!();
    return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } catch (error) {
    console.error(`${stage.name} left no readable report: ${(error as Error).message}`);
    return { ...none, failed: 1 };
  }
}

function runSafely(name: string): Counts {
  try {
    const stage = stages[name];
    if (!stage) {
      throw new Error(`Unknown stage ${name}. Known: ${Object.keys(stages).join(', ')}.`);
    }
    return runStage(stage());
  } catch (error) {
    console.error((error as Error).message);
    return { ...none, failed: 1 };
  }
}

const asked = process.argv.slice(2);
const everything = ['format', 'lint', 'types', 'build', 'unit', 'integration', 'e2e'];
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const total = (asked.length > 0 ? asked : everything).map(runSafely).reduce(add, none);
if (total.skipped.length > 0) {
  console.log(`\nSkipped:\n${total.skipped.map((name) => `  ${name}`).join('\n')}`);
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
