import { writeFileSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { environment } from '@spendscope/contracts';
import { defaultPolicy } from '../policy/defaultPolicy';
import type { TestApi } from '../testing/startTestApi';
import { testChannelToken, testIssuer } from '../testing/testGrafana';
import { ServerProcess } from './ServerProcess';

/** Servers in processes of their own, on one store and state folder, and the keys of their Grafana. */
export class ServerGroup {
  private constructor(
    readonly servers: readonly ServerProcess[],
    private readonly jwks: Server
  ) {}

  /** Starts them on the store of `api`, and waits until they listen. */
  static async start(
    { grafana, config }: TestApi,
    size: number,
    more: Record<string, string> = {}
  ): Promise<ServerGroup> {
    const jwks = createServer((_request, response) =>
      response.setHeader('content-type', 'application/json').end(grafana.jwks)
    );
    await new Promise<void>((resolve) => jwks.listen(0, '127.0.0.1', resolve));
    // What is locked within a storm is more than a bank locks in ten minutes: the brake is for other tests.
    const policyFile = join(config.stateDir, 'policy-of-the-storm.json');
    const limits = { locksPer10Min: 1_000_000, lockShareOfCustomersPerHour: 1 };
    writeFileSync(policyFile, JSON.stringify({ ...defaultPolicy, limits }));
    const { url, caFile, username, password } = config.elastic;
    const variables = {
      [environment.elasticsearchUrl]: url,
      [environment.elasticsearchCa]: caFile ?? '',
      [environment.elasticsearchUsername]: username ?? '',
      [environment.elasticsearchPassword]: password ?? '',
      [environment.stateDir]: config.stateDir,
      [environment.channelTokens]: testChannelToken,
      [environment.grafanaIssuer]: testIssuer,
      [environment.grafanaJwks]: `http://127.0.0.1:${(jwks.address() as AddressInfo).port}/`,
      [environment.apiPort]: '0',
      [environment.policyFile]: policyFile,
      ...more,
    };
    const servers = Array.from({ length: size }, () => new ServerProcess(variables));
    await Promise.all(servers.map((server) => server.start()));
    return new ServerGroup(servers, jwks);
  }

  get urls(): string[] {
    return this.servers.map(({ url }) => url);
  }

  async kill(): Promise<void> {
    await Promise.all(this.servers.map((server) => server.kill()));
    this.jwks.close();
  }
}
