import type { FastifyBaseLogger } from 'fastify';
import { buildApp } from './app';
import { readConfig } from './config/readConfig';
import { createLogger } from './logger';
import { createServices } from './services';
import { Workers } from './workers/Workers';

const shutdownMs = 15_000;

/** What the configuration says, or one line about what is wrong with it. */
function orExit<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(2);
  }
}

const config = orExit(() => readConfig());
const logger = createLogger(config.logLevel);
const services = orExit(() => createServices(config, {}, logger as FastifyBaseLogger));
const app = await buildApp(services, logger as FastifyBaseLogger);
const workers = new Workers(services, app.log);

let stopping = false;
async function stop(signal: NodeJS.Signals): Promise<void> {
  if (stopping) {
    return;
  }
  stopping = true;
  logger.info({ signal }, 'stopping');
  // A store that is away must not keep the process from ending.
  setTimeout(() => process.exit(1), shutdownMs).unref();
  await app.close();
  await workers.stop();
  await services.connectors.close();
  await services.client.close();
  logger.info('stopped');
}
process.on('SIGTERM', (signal) => void stop(signal));
process.on('SIGINT', (signal) => void stop(signal));
process.on('SIGHUP', () => {
  services.channelTokens.reload();
  logger.info(
    { taken: services.policy.reload(), problem: services.policy.state.problem },
    'policy and tokens read again'
  );
});

try {
  await services.controls.refresh().catch((error: unknown) => logger.warn({ err: error }, 'switches not read yet'));
  await app.listen({ host: config.host, port: config.port });
  workers.start();
} catch (error) {
  const reason =
    (error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? 'is taken: choose another' : 'cannot be bound';
  process.stderr.write(`Port ${config.port} on ${config.host} ${reason}.\n`);
  logger.fatal({ err: error }, 'not listening');
  process.exit(2);
}
