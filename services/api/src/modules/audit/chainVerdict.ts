import type { AuditVerification } from '@spendscope/contracts';
import type { Controls } from '../controls/Controls';
import { systemActor } from '../interventions/housekeeping';

/** The document that holds the newest verdict on the audit chain, beside the switches. */
export const chainVerdict = 'audit_chain';
export const intact = 'intact';

/** Keeps a verdict where servers, dashboards and alert rules find it. */
export async function keepVerdict(controls: Controls, { ok, blocks, firstBreak }: AuditVerification): Promise<void> {
  const before = await controls.read(chainVerdict);
  await controls.change(chainVerdict, before, {
    value: ok ? intact : 'broken',
    reason: firstBreak
      ? `Block ${firstBreak.block}: ${firstBreak.kind}.`
      : `${blocks} blocks are as they were written.`,
    by: systemActor('verifier'),
  });
}
