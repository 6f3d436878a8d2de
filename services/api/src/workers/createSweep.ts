import { AbandonedSweep } from '../modules/audit/AbandonedSweep';
import { isBetweenMoves } from '../modules/interventions/housekeeping';
import type { Services } from '../services';

/** The sweep over the audit log, which leaves to the reconciliation what is still the reconciliation's. */
export const createSweep = ({ client, audit, interventions, now }: Services): AbandonedSweep =>
  new AbandonedSweep({
    client,
    now,
    log: audit.log,
    undecided: async (id) => {
      const known = await interventions.store.get(id);
      return known !== undefined && isBetweenMoves(known.document.state);
    },
  });
