import { ProduceAcks, Producer, stringSerializers } from '@platformatic/kafka';
import type { Intervention } from '@spendscope/contracts';
import { type KafkaConnection, kafkaOptions } from '@spendscope/kafka';
import type { Connector } from '../interventions/connector';
import type { CircuitBreaker } from './CircuitBreaker';
import { type Operation, tellingOf } from './telling';

export interface KafkaTarget {
  name: string;
  connection: KafkaConnection;
  topic: string;
  timeoutMs: number;
}

export interface ClosableConnector extends Connector {
  close(): Promise<void>;
}

/**
 * Tells whoever reads a topic, at least once and each target's acts in their order: its id is the message's key, the header
 * `idempotency-key` lets the reader do each once. An act counts as told when every replica in sync has it.
 */
export function kafkaConnector(
  { name, connection, topic, timeoutMs }: KafkaTarget,
  circuit: CircuitBreaker
): ClosableConnector {
  // Two requests fit into the time that a caller waits.
  const patience = {
    connectTimeout: timeoutMs / 2,
    requestTimeout: timeoutMs / 2,
    timeout: timeoutMs / 2,
    retries: 1,
    retryDelay: 100,
  };
  const producer = new Producer({
    ...kafkaOptions(connection, `spendscope-${name}`, patience),
    serializers: stringSerializers,
    acks: ProduceAcks.ALL,
    autocreateTopics: false,
  });
  const send = async (operation: Operation, intervention: Intervention, traceparent: string): Promise<void> => {
    const { headers, body } = tellingOf(operation, intervention, traceparent);
    const message = {
      topic,
      key: `${intervention.target.type}:${intervention.target.id}`,
      value: body,
      headers: { ...headers },
    };
    await circuit.run(() => producer.send({ messages: [message] }));
  };
  return {
    name,
    plan: async () => ({ effects: [`${name} is told on the topic ${topic}.`] }),
    apply: (intervention, traceparent) => send('apply', intervention, traceparent),
    revert: (intervention, traceparent) => send('revert', intervention, traceparent),
    // A log answers no questions. It is told before the states index, which is asked too and decides.
    status: async () => 'applied',
    close: async () => producer.close(true),
  };
}
