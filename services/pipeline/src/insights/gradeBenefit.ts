import { grades } from '@spendscope/contracts';
import { type Finding, type SpendData, money, percent, times } from './finding';

interface GradeRisk {
  grade: string;
  customers: number;
  spend: number;
  at_risk: number;
  /** Σ (p·s)², Σ p·s·s, Σ s²: for the error of the ratio */
  rr: number;
  rs: number;
  ss: number;
}

/**
 * Which grade most deserves a benefit: of each unit of money that a grade spends, how much belongs to customers who are going
 * to leave (spend in 365 days × churn probability). A benefit that is paid as a share of spend costs the same per unit in every
 * grade, so it can keep most where most is at risk. Interval: ratio estimator, normal (Cochran, Sampling Techniques, 1977).
 */
export async function gradeBenefit({ store, currency }: SpendData): Promise<Finding[]> {
  const found = new Map<string, GradeRisk>();
  // Row by row in one order: the same rows give the same sums bit for bit.
  const sql = `SELECT c.grade, greatest(y.year_spend, 0)::DOUBLE, r.churn_probability::DOUBLE
    FROM customers c JOIN customer_years y ON y.user_id = c.user_id JOIN results r ON r.user_id = c.user_id
    WHERE c.grade IS NOT NULL AND r.churn_probability IS NOT NULL ORDER BY c.user_id`;
  for await (const [names, spends, probabilities] of store.columns(sql)) {
    (names as string[]).forEach((grade, i) => {
      const s = spends![i] as number;
      const risk = s * (probabilities![i] as number);
      const row = found.get(grade) ?? { grade, customers: 0, spend: 0, at_risk: 0, rr: 0, rs: 0, ss: 0 };
      row.customers++;
      row.spend += s;
      row.at_risk += risk;
      row.rr += risk * risk;
      row.rs += risk * s;
      row.ss += s * s;
      found.set(grade, row);
    });
  }
  const rows = [...found.values()].filter((row) => row.spend > 0);
  const spend = rows.reduce((sum, row) => sum + row.spend, 0);
  const overall = rows.reduce((sum, row) => sum + row.at_risk, 0) / spend;
  const rated = rows
    .map((row) => ({ ...row, rate: row.at_risk / row.spend }))
    .sort((a, b) => b.rate - a.rate || grades.indexOf(a.grade as never) - grades.indexOf(b.grade as never));
  return rated.map(({ grade, customers, spend: own, at_risk, rate, rr, rs, ss }, place) => {
    const squares = Math.max(0, rr - 2 * rate * rs + rate * rate * ss);
    const half = (1.96 * Math.sqrt(squares * (customers / Math.max(1, customers - 1)))) / own;
    const best = place === 0;
    return {
      kind: 'grade_benefit',
      question: 'Which grade most deserves a benefit?',
      period: 'last 365 days',
      group: grade,
      dimension: 'grade',
      place,
      value: rate,
      effect: rate / overall,
      low: Math.max(0, rate - half),
      high: Math.min(1, rate + half),
      verdict: `${best ? 'Most: ' : ''}${percent(rate)} of what ${grade} spends is at risk, ${times(rate / overall)} as much as of all spend: ${money(at_risk, currency)} a year.`,
      figures: { customers, spend: own, share: own / spend, at_risk },
    };
  });
}
