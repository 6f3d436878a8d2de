import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { distribution } from './distribution';
import { resolveDistribution } from './resolveDistribution';

describe('resolveDistribution', () => {
  let cache: string;
  beforeEach(() => {
    cache = mkdtempSync(join(tmpdir(), 'spendscope-cache-'));
  });
  afterEach(() => rmSync(cache, { recursive: true }));

  it('asks nobody when Elasticsearch is there already', async () => {
    const home = join(cache, `elasticsearch-${distribution.version}`);
    mkdirSync(join(home, 'bin'), { recursive: true });
    writeFileSync(join(home, 'bin', 'elasticsearch'), '');
    const run = jest.fn();
    expect(await resolveDistribution({ cache, run })).toBe(home);
    expect(run).not.toHaveBeenCalled();
  });

  it('says that Maven is missing, and leaves nothing behind', async () => {
    const run = async (): Promise<{ code: number; stdout: string; stderr: string }> => ({
      code: 127,
      stdout: '',
      stderr: '',
    });
    await expect(resolveDistribution({ cache, run })).rejects.toThrow('Maven is not on the PATH');
    expect(readdirSync(cache)).toEqual([]);
  });

  it('shows Maven’s first error line, without colours', async () => {
    const stdout = '[INFO] x\n\u001b[1;31m[ERROR]\u001b[m Could not transfer artifact\n[ERROR] To see more\n';
    const run = async (): Promise<{ code: number; stdout: string; stderr: string }> => ({
      code: 1,
      stdout,
      stderr: '',
    });
    await expect(resolveDistribution({ cache, run })).rejects.toThrow(/: Could not transfer artifact$/);
  });

  it('says so where Maven ends well but brings nothing', async () => {
    const run = async (): Promise<{ code: number; stdout: string; stderr: string }> => ({
      code: 0,
      stdout: '',
      stderr: '',
    });
    await expect(resolveDistribution({ cache, run })).rejects.toThrow('Maven could not fetch org.elasticsearch');
    expect(readdirSync(cache)).toEqual([]);
  });

  it('refuses a file with another checksum than the pinned one', async () => {
    const run = async (
      _program: string,
      args: readonly string[]
    ): Promise<{ code: number; stdout: string; stderr: string }> => {
      const folder = args.find((arg) => arg.startsWith('-DoutputDirectory='))!.split('=')[1]!;
      writeFileSync(join(folder, 'elasticsearch.zip'), 'something else');
      return { code: 0, stdout: '', stderr: '' };
    };
    await expect(resolveDistribution({ cache, run })).rejects.toThrow('another file than the pinned');
  });
});
