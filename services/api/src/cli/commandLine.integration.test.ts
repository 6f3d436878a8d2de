import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type AuditBlock, indices } from '@spendscope/contracts';
import { Scene } from '../integration/scene';
import { numberedId } from '../modules/audit/chain';
import { type TestApi, startTestApi } from '../testing/startTestApi';

const program = join(__dirname, '../../../pipeline/bin/spendscope.mjs');
const { name: index } = indices.audit;

/** Runs `spendscope` as a process of its own. */
async function spendscope(...args: string[]): Promise<{ code: number | null; output: string; errors: string }> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const exit = once(child, 'exit') as Promise<[number | null]>;
  const [output, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  return { code, output: output.trimEnd(), errors };
}

describe('spendscope audit', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
    await new Scene(api).locked();
    await api.services.audit.checkpointer.checkpoint();
    await new Scene(api).locked();
  });
  afterAll(() => api.stop());

  const read = async (number: number): Promise<AuditBlock> =>
    (await api.owner.get<AuditBlock>({ index, id: numberedId(number) }))._source!;
  const write = (document: AuditBlock) =>
    api.owner.index({ index, id: numberedId(document.block), document, refresh: true });
  const verify = (...more: string[]) => spendscope('--state-dir', api.config.stateDir, 'audit', 'verify', ...more);

  it('verifies a log that holds, by its own key or by the public one alone', async () => {
    const own = await verify();
    expect([own.code, JSON.parse(own.output)]).toEqual([0, expect.objectContaining({ ok: true, checkpoints: 1 })]);
    const key = await spendscope('--state-dir', api.config.stateDir, 'audit', 'public-key');
    const file = join(api.config.stateDir, 'auditor.pem');
    writeFileSync(file, key.output);
    expect((await verify('--public-key', file)).code).toBe(0);
  });

  it('ends with 1 and names the break where a block was changed or is gone', async () => {
    const block = await read(1);
    await write({ ...block, records: block.records.map((record) => ({ ...record, result: 'nothing happened' })) });
    const changed = await verify();
    expect([changed.code, JSON.parse(changed.output).firstBreak]).toEqual([
      1,
      expect.objectContaining({ kind: 'changed', block: 1 }),
    ]);
    expect(changed.errors).toContain('The audit log was tampered with (changed, block 1)');
    await api.owner.delete({ index, id: numberedId(1), refresh: true });
    const gone = await verify();
    expect([gone.code, gone.errors]).toEqual([1, expect.stringContaining('(missing, block 1)')]);
    await write(block);
    expect((await verify()).code).toBe(0);
  });

  it('verifies a range by the numbers of its records, and says what that proves', async () => {
    const { code, output, errors } = await spendscope('--state-dir', api.config.stateDir, 'audit', 'verify', '--from', '1', '--to', '2'); // prettier-ignore
    expect([code, JSON.parse(output)]).toEqual([0, expect.objectContaining({ ok: true, records: 2 })]);
    expect(errors).toContain('Of other records it says nothing.');
    expect((await spendscope('audit', 'verify', '--from', 'one')).code).not.toBe(0);
  });

  it('says so in a folder that is not the service’s, instead of calling the log forged', async () => {
    const { code, errors } = await spendscope('--state-dir', tmpdir(), 'audit', 'verify');
    expect([code, errors]).toEqual([1, expect.stringContaining('holds no key of the service')]);
  });

  it('exports every block as a JSON line, oldest first', async () => {
    const { code, output } = await spendscope('audit', 'export');
    const blocks = output.split('\n').map((line) => JSON.parse(line) as AuditBlock);
    const { block: newest } = await api.services.audit.log.currentHead();
    expect([code, blocks.length]).toEqual([0, newest + 1]);
    expect(blocks[1]).toEqual(await read(1));
    expect(blocks.map(({ block }) => block)).toEqual(blocks.map((_block, number) => number));
  });
});

describe('spendscope policy and tokens', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spendscope-cli-'));
  const policy = join(folder, 'policy.yaml');
  const rule = '{ roles: [Editor], actions: [lock_account], maxDurationSec: 3600, effect: allow }';
  beforeAll(() => writeFileSync(policy, `version: bank-1\nrules:\n  - ${rule}\n`));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('takes a policy that the service would take, and ends with 1 on one that it would not', async () => {
    const good = await spendscope('policy', 'check', policy);
    expect([good.code, good.output]).toEqual([0, expect.stringContaining('version bank-1, 1 rules')]);
    const file = join(folder, 'wrong.yaml');
    writeFileSync(file, `version: bank-2\nrules:\n  - ${rule.replace('allow', 'always')}\n`);
    const wrong = await spendscope('policy', 'check', file);
    expect([wrong.code, wrong.errors]).toEqual([1, expect.stringContaining('effect')]);
  });

  it('says what a policy decides on one act', async () => {
    const simulate = async (...more: string[]): Promise<unknown> => {
      const args = ['--login', 'lee', '--role', 'Editor', '--action', 'lock_account', ...more];
      const { code, output } = await spendscope('policy', 'simulate', policy, ...args);
      return [code, (JSON.parse(output) as { effect: string }).effect];
    };
    expect(await simulate('--duration', '3600')).toEqual([0, 'allow']);
    expect(await simulate('--duration', '7200')).toEqual([0, 'deny']);
    expect((await spendscope('policy', 'simulate', policy, '--login', 'lee', '--role', 'Nobody')).code).toBe(2);
  });

  it('rotates the channel token in two steps, and ends with 1 where there is none to finish', async () => {
    const file = join(folder, 'tokens');
    const tokens = (): string[] => readFileSync(file, 'utf8').trim().split('\n');
    const none = await spendscope('tokens', 'rotate', '--file', file, '--finish');
    expect([none.code, none.errors]).toEqual([1, expect.stringContaining('holds no token')]);
    const first = await spendscope('tokens', 'rotate', '--file', file);
    const second = await spendscope('tokens', 'rotate', '--file', file);
    expect(tokens()).toEqual([second.output, first.output]);
    expect((await spendscope('tokens', 'rotate', '--file', file, '--finish')).code).toBe(0);
    expect(tokens()).toEqual([second.output]);
  });
});
