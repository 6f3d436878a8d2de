import type { ActionDefinition, Target, TargetType } from '@spendscope/contracts';
import type { AnomalyRow } from '../anomalies/anomalyRow';

export const targetKey = ({ type, id }: Target): string => `${type}:${id}`;

/** Of what an act may be about: a customer's account, and a transaction of it where there is one. */
export type Targets = Pick<AnomalyRow, 'customer' | 'transactionId'>;

/** The same, with the anomaly that speaks for acting where there is one. */
export interface ActedOn extends Targets {
  evidence?: AnomalyRow;
}

/** The account or the transaction of a row, or undefined where the row has none. */
export function targetOfType(row: Targets, type: TargetType): Target | undefined {
  const id = type === 'account' ? row.customer : row.transactionId;
  return id === undefined ? undefined : { type, id };
}

/** What an action would be done to for this row. */
export function targetOf(definition: ActionDefinition, row: Targets): Target | undefined {
  return definition.targetTypes.map((type) => targetOfType(row, type)).find((target) => target !== undefined);
}

/** Every account and transaction of the rows, each once. */
export function targetsOf(rows: readonly Targets[]): Target[] {
  const targets = new Map<string, Target>();
  for (const row of rows) {
    for (const type of ['account', 'transaction'] as const) {
      const target = targetOfType(row, type);
      if (target) {
        targets.set(targetKey(target), target);
      }
    }
  }
  return [...targets.values()];
}
