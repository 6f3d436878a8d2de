import { LlmFault } from './provider';

const mostBytes = 256 * 1_024;

/** The body as text. @throws LlmFault where it is longer than any answer that was asked for */
export async function readBounded(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (answer.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > mostBytes) {
      throw new LlmFault('refused', answer.status);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
