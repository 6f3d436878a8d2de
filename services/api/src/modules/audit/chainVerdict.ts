import type { AuditVerification, Control } from '@spendscope/contracts';
import type { Controls } from '../controls/Controls';
import { systemActor } from '../interventions/housekeeping';

/** The document that holds the newest verdict on the audit chain, beside the switches. */
export const chainVerdict = 'audit_chain';
const intact = 'intact';
const unverified = 'unverified';

/** Whether the newest verdict held; undefined where there is none yet. */
export const heldBy = (kept: Pick<Control, 'value'> | undefined): boolean | undefined =>
  kept === undefined || kept.value === unverified ? undefined : kept.value === intact;

/** Says since when a log waits for its first verdict, so that one which never gets any is seen. */
export async function awaitVerdict(controls: Controls): Promise<void> {
  await controls.change(chainVerdict, undefined, {
    value: unverified,
    reason: 'Nobody has verified this log yet.',
    by: systemActor('verifier'),
  });
}

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
