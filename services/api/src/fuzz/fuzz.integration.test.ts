import { spawn } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pythonPackages } from '@spendscope/testing';
import { type TestApi, startTestApi, testServiceToken, testWatcherToken } from '../testing/startTestApi';

/** Cases for each operation and identity; `npm run fuzz:api` asks for many more, and for edge cases by rule. */
const examples = Number(process.env.SPENDSCOPE_FUZZ_EXAMPLES ?? 3);
/** Fewer cases of a person's role than this prove too little. */
const leastCases = Number(process.env.SPENDSCOPE_FUZZ_LEAST ?? 1);
const longest = process.env.SPENDSCOPE_FUZZ_EXAMPLES ? 10_800_000 : 1_800_000;
const phases = process.env.SPENDSCOPE_FUZZ_EXAMPLES ? 'examples,coverage,fuzzing' : 'fuzzing';
const checks = 'not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance';
const programs = pythonPackages('schemathesis', ['schemathesis==4.32.5']);
const machines = '^/v1/(hooks|decisions)';

// Skipped by this name where PyPI cannot be reached.
(programs ? describe : describe.skip)('the API, fuzzed by Schemathesis from its own description', () => {
  let api: TestApi;
  let url: string;
  beforeAll(async () => {
    api = await startTestApi({ requestBudget: { reads: 1_000_000, acts: 1_000_000 } });
    await api.app.listen({ host: '127.0.0.1', port: 0 });
    url = `http://127.0.0.1:${(api.app.server.address() as AddressInfo).port}`;
  });
  afterAll(() => api.stop());

  /** Returns how many cases were sent. */
  async function fuzz(headers: Record<string, string>, ...only: string[]): Promise<number> {
    const child = spawn(
      join(programs!, 'schemathesis'),
      [
        'run',
        `${url}/openapi.json`,
        ...['--checks', checks, '--phases', phases, '--max-examples', String(examples), '--seed', '7'],
        ...['--no-color', '--generation-database', 'none', '--suppress-health-check', 'all', '--warnings', 'off'],
        ...Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]),
        ...only,
      ],
      // It leaves notes of failed requests where it runs.
      { cwd: api.config.stateDir }
    );
    const [output, code] = await Promise.all([
      text(child.stdout),
      new Promise<number | null>((resolve) => child.once('exit', resolve)),
    ]);
    // The report is the message: without it nobody knows which request to repeat.
    if (code !== 0) {
      throw new Error(output.slice(-6_000));
    }
    const [, generated] = /([\d,]+) generated/.exec(output) ?? [];
    return Number(generated?.replaceAll(',', '') ?? 0);
  }

  it.each(['Viewer', 'Editor', 'Admin'] as const)(
    'answers a %s as described, whatever is sent',
    async (role) => {
      const identity = await api.grafana.headers(`fuzz-${role}`, role, { expiresIn: 14_400 });
      expect(await fuzz(identity, '--exclude-path-regex', machines)).toBeGreaterThanOrEqual(leastCases);
    },
    longest
  );

  it(
    'answers machines as described, whatever is sent',
    async () => {
      const as = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });
      expect(await fuzz(as(testServiceToken), '--include-path-regex', '^/v1/decisions')).toBeGreaterThan(0);
      expect(await fuzz(as(testWatcherToken), '--include-path-regex', '^/v1/hooks/watcher')).toBeGreaterThan(0);
    },
    longest
  );
});
