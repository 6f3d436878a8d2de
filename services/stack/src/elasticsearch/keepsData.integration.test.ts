import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { indices } from '@spendscope/contracts';
import { createElasticClient, installTemplates } from '@spendscope/elastic';
import { freePort } from '../process/freePort';
import { serverFolder } from './folders';
import { unprivilegedUser } from './runAs';
import { type RunningElasticsearch, startElasticsearch } from './startElasticsearch';

describe('the embedded Elasticsearch', () => {
  // A space, because clones lie under such paths too.
  const parent = mkdtempSync(join(tmpdir(), 'spendscope keeps '));
  const stateDir = join(parent, 'state');
  let running: RunningElasticsearch | undefined;

  afterAll(async () => {
    await running?.stop();
    rmSync(join(serverFolder(stateDir, await unprivilegedUser()), '..'), { recursive: true, force: true });
    rmSync(parent, { recursive: true, force: true });
  });

  const start = async (): Promise<ReturnType<typeof createElasticClient>> => {
    running = await startElasticsearch({ stateDir, port: await freePort(), heapMegabytes: 512 });
    return createElasticClient({ url: running.url, caFile: running.caFile, ...running.users.setup });
  };

  it('keeps data, passwords and certificates over a stop and another start', async () => {
    const first = await start();
    await installTemplates(first);
    await first.create({ index: indices.audit.name, id: 'kept', document: {} });
    const before = running!.users;
    await running!.stop();

    const second = await start();
    expect(running!.users).toEqual(before);
    expect(await second.exists({ index: indices.audit.name, id: 'kept' })).toBe(true);
    await running!.stop();
    await expect(second.ping({}, { maxRetries: 0 })).rejects.toThrow();
    // Two starts of a server: generous for machines that do other things besides.
  }, 480_000);

  it('closes passwords and keys to other users', () => {
    for (const name of ['elasticsearch-users.json', 'certs/http.key']) {
      expect(statSync(join(stateDir, name)).mode & 0o077).toBe(0);
    }
    expect(statSync(stateDir).mode & 0o077).toBe(0);
  });
});
