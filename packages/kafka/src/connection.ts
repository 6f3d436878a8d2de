import Type, { type Static } from 'typebox';

const strict = { additionalProperties: false } as const;

/** How to reach a Kafka cluster, and as whom; secrets are files. */
export const KafkaConnection = Type.Object(
  {
    brokers: Type.Array(Type.String({ pattern: '^[A-Za-z0-9.-]+:[0-9]{1,5}$', maxLength: 260 }), {
      minItems: 1,
      maxItems: 20,
      description: 'HOST:PORT',
    }),
    tls: Type.Optional(
      Type.Object(
        { caFile: Type.Optional(Type.String({ minLength: 1, description: 'PEM; absent: the system’s authorities' })) },
        strict
      )
    ),
    sasl: Type.Optional(
      Type.Object(
        {
          mechanism: Type.Enum(['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512']),
          username: Type.String({ minLength: 1 }),
          passwordFile: Type.String({ minLength: 1 }),
        },
        strict
      )
    ),
  },
  strict
);
export type KafkaConnection = Static<typeof KafkaConnection>;

const loopback = new Set(['localhost', '127.0.0.1']);

/** Why a connection must not be used, in one sentence; undefined where it may. */
export function connectionFault({ brokers, tls }: KafkaConnection): string | undefined {
  const away = brokers.find((broker) => !loopback.has(broker.slice(0, broker.lastIndexOf(':'))));
  return away && !tls ? `${away} would be reached without TLS. Give tls.` : undefined;
}
