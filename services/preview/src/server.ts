import { connectionFromEnvironment, createElasticClient } from '@spendscope/elastic';
import { LogController } from 'fastify';
import { buildApp } from './app';
import { ensureClient } from './clientBuild';
import { configFromEnvironment } from './config';

const config = configFromEnvironment();
const elastic = createElasticClient(connectionFromEnvironment());
await ensureClient(config.clientDir);
const app = await buildApp(config, elastic, {
  logger: { level: 'info' },
  logController: new LogController({ disableRequestLogging: true }),
});

const stop = async (): Promise<void> => {
  await app.close();
  await elastic.close();
  process.exit(0);
};
process.once('SIGINT', () => void stop());
process.once('SIGTERM', () => void stop());

await app.listen({ host: config.host, port: config.port });
app.log.info(`Preview of Grafana: ${config.rootUrl}`);
