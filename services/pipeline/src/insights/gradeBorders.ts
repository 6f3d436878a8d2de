import { quantileOfSorted } from '@spendscope/analytics';
import { grades } from '@spendscope/contracts';
import { type Finding, type SpendData, money, percent } from './finding';

export type Grade = (typeof grades)[number];

/** Spend in 365 days from which customers have a grade and not the one below. */
export type Borders = Partial<Record<Grade, number>>;

/** Grades from the lowest up. */
export const ladder: readonly Grade[] = grades.toReversed();
export const gradeAbove = (grade: Grade): Grade | undefined => ladder[ladder.indexOf(grade) + 1];
export const gradeBelow = (grade: Grade): Grade | undefined => ladder[ladder.indexOf(grade) - 1];

/** Fewer customers of a grade show no border. */
const leastCustomers = 10;

/** Spend in the last 365 days of each grade's customers, ascending; those who spent nothing have 0. */
async function spendByGrade({ store }: SpendData): Promise<Map<Grade, Float64Array>> {
  const found = new Map<Grade, Float64Array>();
  for (const grade of ladder) {
    const spends: number[] = [];
    const sql = `SELECT coalesce(y.year_spend, 0)::DOUBLE FROM customers c LEFT JOIN customer_years y ON y.user_id = c.user_id WHERE c.grade = '${grade}'`;
    for await (const [values] of store.columns(sql)) {
      spends.push(...(values as number[]));
    }
    if (spends.length >= leastCustomers) {
      found.set(grade, Float64Array.from(spends).sort());
    }
  }
  return found;
}

/**
 * The spend that puts most customers of two grades on their own side, and the share of them that it does: a tree of one
 * question. Halfway between the two values around it; the lowest of equals.
 */
export function borderBetween(lower: Float64Array, upper: Float64Array): { border: number; rightly: number } {
  const all = [...Array.from(lower, (spend) => ({ spend, up: 0 })), ...Array.from(upper, (spend) => ({ spend, up: 1 }))].sort((a, b) => a.spend - b.spend); // prettier-ignore
  let right = upper.length;
  let best = { border: all[0]!.spend, right };
  for (let i = 0; i < all.length; i++) {
    right += all[i]!.up === 1 ? -1 : 1;
    const next = all[i + 1]?.spend ?? all[i]!.spend;
    if (right > best.right && next > all[i]!.spend) {
      best = { border: (all[i]!.spend + next) / 2, right };
    }
  }
  return { border: best.border, rightly: best.right / all.length };
}

/** What VVIP and VIP are of all customers with a grade, and what of their spend. */
export function topGrades(grades: readonly Finding[]): Finding[] {
  const sumOf = (rows: readonly Finding[], figure: 'customers' | 'spend'): number =>
    rows.reduce((sum, { figures }) => sum + (figures?.[figure] ?? 0), 0);
  const top = grades.filter(({ group }) => group === 'VVIP' || group === 'VIP');
  const spend = sumOf(grades, 'spend');
  if (top.length < 2 || !(spend > 0)) {
    return [];
  }
  const parts = [
    { group: 'VVIP and VIP', rows: top },
    { group: 'the others', rows: grades.filter((grade) => !top.includes(grade)) },
  ];
  return parts.map(({ group, rows }, place) => {
    const share = sumOf(rows, 'spend') / spend;
    const ofCustomers = sumOf(rows, 'customers') / sumOf(grades, 'customers');
    return {
      kind: 'top_grades',
      question: 'How much do VVIP and VIP carry?',
      period: 'last 365 days',
      group,
      dimension: 'grade',
      place,
      value: share,
      effect: ofCustomers,
      verdict: `${percent(ofCustomers)} of customers, ${percent(share)} of spend.`,
      figures: { customers: sumOf(rows, 'customers'), spend: sumOf(rows, 'spend'), share },
    };
  });
}

/** Least, median and greatest spend of each grade, and the border to the one below. */
export async function gradeBorders(data: SpendData): Promise<{ findings: Finding[]; borders: Borders }> {
  const spends = await spendByGrade(data);
  const all = [...spends.values()].reduce((sum, values) => sum + values.length, 0);
  const borders: Borders = {};
  const findings = [...spends].map(([grade, values]): Finding => {
    const below = gradeBelow(grade);
    const under = below && spends.get(below);
    const found = under && borderBetween(under, values);
    if (found) {
      borders[grade] = found.border;
    }
    const at = (share: number): number => quantileOfSorted(values, share);
    const figures = {
      customers: values.length,
      share: values.length / all,
      spend: values.reduce((sum, value) => sum + value, 0),
      ...{ min: values[0]!, low: at(0.05), median: at(0.5), high: at(0.95), max: values.at(-1)! },
      ...(found ? { border: found.border, down_below: at(0.01) } : {}),
    };
    const say = (value: number): string => money(value, data.currency);
    return {
      kind: 'grade_borders',
      question: `What makes a customer ${grade}?`,
      period: 'last 365 days',
      group: grade,
      dimension: 'grade',
      place: grades.indexOf(grade),
      value: figures.median,
      ...(found ? { effect: found.rightly } : {}),
      figures,
      verdict: found
        ? `From ${say(found.border)} in 365 days customers are ${grade} and not ${below!}: that puts ${percent(found.rightly)} of both right. One in a hundred of ${grade} is below ${say(at(0.01))}.`
        : `The lowest grade: up to ${say(figures.high)} for 19 in 20.`,
    };
  });
  return { findings: findings.sort((a, b) => a.place! - b.place!), borders };
}
