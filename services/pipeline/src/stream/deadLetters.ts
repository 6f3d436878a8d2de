import type { Message, Producer } from '@platformatic/kafka';
import type { MessageFault } from './StreamRows';

/** What Kafka brought, as it is read here: nothing is decoded before it is checked. */
export type RawMessage = Message<Buffer, Buffer, Buffer, Buffer>;

export interface DeadLetter {
  message: RawMessage;
  fault: MessageFault;
}

/**
 * Puts messages that could not be read or stored on the dead letters' topic as they came, with where they came from and why in their
 * headers. It is done before their offsets are committed, so that none is lost; a crash in between doubles them, which the
 * header `spendscope-origin` tells.
 */
export async function sendDeadLetters(
  producer: Producer<Buffer, Buffer, Buffer, Buffer>,
  topic: string,
  letters: readonly DeadLetter[]
): Promise<void> {
  if (letters.length === 0) {
    return;
  }
  await producer.send({
    messages: letters.map(({ message, fault }) => ({
      topic,
      key: message.key,
      value: message.value,
      headers: new Map(
        Object.entries(headersOf(message, fault)).map(([name, text]) => [Buffer.from(name), Buffer.from(text)])
      ),
    })),
  });
}

const headersOf = (
  { topic, partition, offset }: RawMessage,
  { code, reason, column }: MessageFault
): Record<string, string> => ({
  'spendscope-origin': `${topic}/${partition}/${offset}`,
  'spendscope-code': code,
  'spendscope-reason': reason,
  ...(column ? { 'spendscope-column': column } : {}),
});
