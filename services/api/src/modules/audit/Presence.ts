import { actingAs } from '../interventions/housekeeping';
import type { Acting, InterventionParts } from '../interventions/parts';
import { Recorder } from './Recorder';
import { serviceVersion } from './serviceVersion';

/**
 * Puts on record when this process began and ended to serve, with its version and mode: a time when nobody recorded is
 * seen in the log itself. A start without a stop of the same request id was killed.
 */
export class Presence {
  private readonly acting: Acting = actingAs('service');
  private recorded = false;

  constructor(private readonly parts: Pick<InterventionParts, 'audit' | 'mode' | 'policy'>) {}

  /** Once, however often it is called. @throws ApiError 503 where the log is away */
  async started(): Promise<void> {
    if (!this.recorded) {
      await this.record('service.start', { state_after: this.parts.mode });
      this.recorded = true;
    }
  }

  /** Nothing where the start is not on record. @throws ApiError 503 where the log is away */
  async stopped(): Promise<void> {
    await (this.recorded && this.record('service.stop', { state_before: this.parts.mode }));
  }

  private async record(action: string, mode: { state_before?: string; state_after?: string }): Promise<void> {
    const policyVersion = this.parts.policy.version;
    const recorder = await Recorder.open(this.parts.audit, { ...this.acting, action, policyVersion });
    await recorder.record({ stage: 'Completed', result: serviceVersion, ...mode });
  }
}
