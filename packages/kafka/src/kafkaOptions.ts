import { readFileSync } from 'node:fs';
import type { BaseOptions } from '@platformatic/kafka';
import { type KafkaConnection, connectionFault } from './connection';

/** Kafka's own patience is 30 s and more: who waits for an answer wants to know sooner. */
export interface KafkaPatience {
  connectTimeout?: number;
  requestTimeout?: number;
  timeout?: number;
  retries?: number;
  retryDelay?: number;
}

/**
 * Options of a client.
 * @throws Error in one sentence where a secret cannot be read, or another machine would be reached without TLS
 */
export function kafkaOptions(
  connection: KafkaConnection,
  clientId: string,
  patience: KafkaPatience = {}
): Omit<BaseOptions, 'context'> {
  const fault = connectionFault(connection);
  if (fault) {
    throw new Error(fault);
  }
  const { brokers, tls, sasl } = connection;
  return {
    clientId,
    bootstrapBrokers: [...brokers],
    ...(tls ? { tls: tls.caFile ? { ca: readFileSync(tls.caFile) } : {} } : {}),
    ...(sasl
      ? {
          sasl: {
            mechanism: sasl.mechanism,
            username: sasl.username,
            password: readFileSync(sasl.passwordFile, 'utf8').trim(),
          },
        }
      : {}),
    ...patience,
  };
}
