import { readFileSync } from 'node:fs';
import { KafkaConnection, connectionFault, topics } from '@spendscope/kafka';
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import { parse } from 'yaml';
import { exitCodes } from '../exitCodes';
import { UserError } from '../userError';

const strict = { additionalProperties: false } as const;
const topic = Type.String({ pattern: '^[A-Za-z0-9._-]{1,249}$' });
const topicList = Type.Array(topic, { maxItems: 20 });

/** A stream file: the cluster, the consumer group, and which topics hold what. */
const StreamFile = Type.Object(
  {
    ...KafkaConnection.properties,
    group: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9._-]{1,200}$' })),
    topics: Type.Optional(
      Type.Object(
        {
          transactions: Type.Optional(topicList),
          actions: Type.Optional(topicList),
          deadLetters: Type.Optional(topic),
        },
        strict
      )
    ),
  },
  strict
);

export interface StreamPlan {
  connection: KafkaConnection;
  group: string;
  /** topic → what its messages are */
  entities: ReadonlyMap<string, 'transactions' | 'actions'>;
  deadLetters: string;
}

/** @throws UserError that names the place in the file */
export function readStreamFile(path: string): StreamPlan {
  const wrong = (what: string, cause?: unknown): UserError =>
    new UserError(`The stream file ${path} ${what}.`, 'See services/pipeline/README.md, "Kafka".', {
      exitCode: exitCodes.usage,
      cause,
    });
  let parsed: unknown;
  try {
    parsed = parse(readFileSync(path, 'utf8'), { maxAliasCount: 0 });
  } catch (cause) {
    throw wrong(`cannot be read: ${(cause as Error).message.split('\n')[0]}`, cause);
  }
  if (!Value.Check(StreamFile, parsed)) {
    const [error] = Value.Errors(StreamFile, parsed);
    throw wrong(`is wrong at ${error?.instancePath.slice(1).replaceAll('/', '.') || 'its top'}: ${error?.message}`);
  }
  const { group = 'spendscope-watch', topics: named = {}, ...connection } = parsed as Static<typeof StreamFile>;
  const fault = connectionFault(connection);
  if (fault) {
    throw wrong(`is refused: ${fault.replace(/\.$/, '')}`);
  }
  const { transactions = [topics.transactions], actions = [topics.logins, topics.apiCalls] } = named;
  const entities = new Map([
    ...transactions.map((name) => [name, 'transactions'] as const),
    ...actions.map((name) => [name, 'actions'] as const),
  ]);
  if (entities.size < transactions.length + actions.length) {
    throw wrong('names a topic twice');
  }
  if (entities.size === 0) {
    throw wrong('names no topic to read');
  }
  return { connection, group, entities, deadLetters: named.deadLetters ?? topics.deadLetters };
}
