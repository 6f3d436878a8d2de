import { canonicalize } from 'json-canonicalize';
import type { Acting, RecorderParts } from '../interventions/parts';
import { Recorder } from './Recorder';
import { sha256 } from './chain';

const sameSearchMs = 10 * 60_000;
const mostRemembered = 10_000;

/** Records who read the log: leafing through and refreshing one search is one read, not a hundred. */
export class ReadRecorder {
  private readonly recorded = new Map<string, number>();

  constructor(
    private readonly parts: RecorderParts,
    private readonly policyVersion: () => string
  ) {}

  /** @throws ApiError 503 where it cannot be recorded: nothing is shown then */
  async record(acting: Acting, action: string, question: object): Promise<void> {
    const asked = sha256(canonicalize(question));
    const key = `${acting.caller.actor.sub} ${action} ${asked}`;
    const now = this.parts.now().getTime();
    if (Math.abs(now - (this.recorded.get(key) ?? -Infinity)) < sameSearchMs) {
      return;
    }
    const recorder = await Recorder.open(this.parts, {
      ...acting,
      action,
      policyVersion: this.policyVersion(),
      payloadHash: asked,
    });
    await recorder.record({ stage: 'Completed', result: 'read' });
    if (this.recorded.size >= mostRemembered) {
      this.recorded.clear();
    }
    this.recorded.set(key, now);
  }
}
