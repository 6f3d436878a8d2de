import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dependencyPlugin, runMaven } from '../maven/runMaven';
import type { RunCommand } from '../process/command';
import { moveUnlessThere } from '../process/moveUnlessThere';
import { kafkaCoordinates, kafkaPom, kafkaVersion } from './kafkaDistribution';

/** Only a whole folder has it: they are moved together. */
const broker = `kafka_2.13-${kafkaVersion}.jar`;

interface ResolveKafkaOptions {
  cache: string;
  onProgress?: (message: string) => void;
  run?: RunCommand;
}

/**
 * The folder of Kafka's jars. The first call fetches them through Maven, which checks each against its checksum; later ones
 * read the cache only.
 * @throws StackError where Maven is missing or cannot fetch them
 */
export async function resolveKafka({ cache, onProgress, run }: ResolveKafkaOptions): Promise<string> {
  const jars = join(cache, `kafka-${kafkaVersion}`);
  if (existsSync(join(jars, broker))) {
    return jars;
  }
  // Named by chance and moved into place at the end: two starts at once do not meet half a Kafka.
  const scratch = join(cache, `.fetching-${randomBytes(6).toString('hex')}`);
  mkdirSync(scratch, { recursive: true });
  try {
    onProgress?.(`fetching Kafka ${kafkaVersion} (44 MB) through Maven`);
    writeFileSync(join(scratch, 'pom.xml'), kafkaPom);
    const fetched = join(scratch, 'jars');
    await runMaven(
      [
        '--strict-checksums',
        `${dependencyPlugin}:copy-dependencies`,
        `-DoutputDirectory=${fetched}`,
        '-DincludeScope=runtime',
      ],
      {
        ...{ what: 'Kafka', artifact: kafkaCoordinates, otherwise: 'use a broker of yours' },
        ...{ cwd: scratch, makes: join(fetched, broker), run },
      }
    );
    moveUnlessThere(fetched, jars, broker);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  return jars;
}
