import type { AnomalyReasonCode, Reason } from '@spendscope/contracts';
import { customerColumns } from './customerColumns';
import type { CustomerFigures } from './readCustomers';

const mostReasons = 3;
/** Faster than an airliner between two airports, waiting included. */
const impossibleKmh = 900;
const round = (value: number): number => Math.round(value * 100) / 100;

/** The reasons that moved a customer's score most: its strange transactions, and figures above those of most customers. */
export function explainCustomer(
  { flagged, figures, usual, ownZ, ownAmount, ownUsual }: CustomerFigures,
  row: number,
  score: { contributions: Float64Array; byTransactions: number; byFeatures: number }
): { codes: AnomalyReasonCode[]; details: Reason[] } {
  const whole = score.byTransactions + score.byFeatures || 1;
  const positive = score.contributions.reduce((sum, each) => sum + Math.max(each, 0), 0) || 1;
  const found: { code: AnomalyReasonCode; detail: Reason }[] = [];
  if (flagged[row]! > 0) {
    const contribution = round(score.byTransactions / whole);
    found.push({ code: 'strange_transactions', detail: { feature: 'transactions', value: flagged[row]!, usual: 0, contribution } }); // prettier-ignore
  }
  customerColumns.forEach(({ name, code, percent }, j) => {
    const value = figures[j]![row]!;
    if (!(value > usual[j]!) || !(score.contributions[j]! > 0)) {
      return;
    }
    const unit = percent ? 100 : 1;
    const contribution = round((score.byFeatures / whole) * (score.contributions[j]! / positive));
    const detail = { feature: name, value: round(value * unit), usual: round(usual[j]! * unit), contribution };
    if (name === 'own_outlier') {
      found.push({
        code: ownZ[row]! < 0 ? 'amount_below_usual' : 'amount_above_usual',
        detail: { ...detail, value: round(ownAmount[row]!), usual: round(ownUsual[row]!) },
      });
    } else {
      found.push({ code: code === 'fast_travel' && value > impossibleKmh ? 'impossible_travel' : code, detail });
    }
  });
  const top = found.sort((a, b) => b.detail.contribution - a.detail.contribution).slice(0, mostReasons);
  return { codes: top.map(({ code }) => code), details: top.map(({ detail }) => detail) };
}
