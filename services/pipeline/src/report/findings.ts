import { type ShareGroup, type TestResult, sharesByLevel } from '@spendscope/analytics';
import { type Claim, type ClaimField, claimFields } from '@spendscope/contracts';
import { checkClaims, type CheckedClaim, type CustomerColumns } from '@spendscope/findings';

export interface Finding extends CheckedClaim {
  /** shares of the event at each level of an ordered factor, with their trend */
  levels?: { groups: ShareGroup[]; trend?: TestResult };
}

/** The questions of a report about the churn of the loaded customers, tested and corrected together. */
export interface Findings {
  /** churn by complaint, satisfaction, city tier and each category */
  shares: Finding[];
  /** numbers of churned and other customers */
  boxes: Finding[];
  /** two numbers */
  pair?: Finding;
  tests: number;
}

const ordered: ClaimField[] = ['satisfaction', 'city_tier'];
const boxed: ClaimField[] = [
  'order_growth',
  'satisfaction',
  'days_since_order',
  'tenure_months',
  'cashback',
  'warehouse_distance',
  'frequency',
  'monetary',
  'amount_mean',
  'night_share',
  'merchants',
  'age',
];
const pairs: [ClaimField, ClaimField][] = [
  ['app_hours', 'orders'],
  ['frequency', 'merchants'],
];

/** Levels of an ordered number are shown one by one up to so many. */
const mostLevels = 12;

export function findReport(customers: CustomerColumns): Findings {
  const { columns, churnField } = customers;
  const has = (field: ClaimField): boolean => columns.has(field) && field !== churnField;
  // Recency and frequency make the rule of inactivity, and merchants grow with orders: a test would find the rule.
  const circular = (field: ClaimField): boolean =>
    churnField === 'inactive' && ['recency', 'days_since_order', 'frequency', 'merchants'].includes(field);
  const grouping = [...columns.keys()].filter(
    (field) => has(field) && (claimFields[field] !== 'number' || ordered.includes(field))
  );
  const toChurn = (field: ClaimField): Claim[] =>
    churnField ? [{ factor: { field }, relation: 'related', outcome: { field: churnField } }] : [];
  const shares = grouping.flatMap(toChurn);
  const boxes = boxed.filter((field) => has(field) && !circular(field) && !ordered.includes(field)).flatMap(toChurn);
  const pair = pairs.find(([x, y]) => has(x) && has(y));
  const claims = [...shares, ...boxes, ...(pair ? [pairClaim(pair)] : [])];
  const checked = checkClaims(customers, claims);
  const withLevels = checked.slice(0, shares.length).map((each) => ({ ...each, ...levelsOf(customers, each.claim) }));
  return {
    shares: withLevels,
    // Satisfaction is both: shares by level, and a box plot of the same test.
    boxes: [
      ...withLevels.filter(({ claim }) => boxed.includes(claim.factor.field)),
      ...checked.slice(shares.length, shares.length + boxes.length),
    ],
    ...(pair ? { pair: checked.at(-1)! } : {}),
    tests: claims.length,
  };
}

const pairClaim = ([x, y]: [ClaimField, ClaimField]): Claim => ({
  factor: { field: x },
  relation: 'related',
  outcome: { field: y },
});

function levelsOf({ columns }: CustomerColumns, { factor, outcome }: Claim): Pick<Finding, 'levels'> {
  if (claimFields[factor.field] !== 'number') {
    return {};
  }
  const column = columns.get(factor.field)!;
  const levels = new Set(Array.from(column.values as ArrayLike<number>).filter(Number.isFinite)).size;
  return levels > mostLevels ? {} : { levels: sharesByLevel(column, columns.get(outcome.field)!) };
}
