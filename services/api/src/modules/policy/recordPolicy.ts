import type { PolicyReport } from '@spendscope/contracts';
import { Recorder } from '../audit/Recorder';
import { actingAs } from '../interventions/housekeeping';
import type { RecorderParts } from '../interventions/parts';

/** Puts into the record which policy holds from now on, or that a file was not taken. */
export async function recordPolicy(audit: RecorderParts, report: PolicyReport): Promise<void> {
  const { policy, hash, problem } = report;
  const recorder = await Recorder.open(audit, {
    ...actingAs('policy'),
    action: 'policy.load',
    policyVersion: policy.version,
    payloadHash: hash,
  });
  await recorder.record(
    problem ? { stage: 'Failed', result: 'not_taken' } : { stage: 'Completed', result: 'in_force' }
  );
}
