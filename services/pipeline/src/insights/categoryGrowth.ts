import { type RobustTrend, benjaminiHochberg, seasonalTrend } from '@spendscope/analytics';
import {
  type Finding,
  type SpendData,
  alpha,
  dateSql,
  directionOf,
  money,
  moneySql,
  percent,
  percentChange,
} from './finding';

const monthsOfYear = 12;
const monthsOfQuarter = 3;
/** Fewer whole months make no trend. */
const leastMonths = 8;

/** A category's spend in each whole month of the data, oldest first. */
export interface CategorySeries {
  level: 'category_large' | 'category_mid';
  category: string;
  large: string | null;
  spend: number[];
  /** first day of the first month, e.g. 2025-01-01 */
  from: string;
}

/** Series of the large and of the mid categories that were bought in every whole month. */
export async function categorySeries({ store, first, last }: SpendData): Promise<CategorySeries[]> {
  const levels = [
    { level: 'category_large', category: 'large' },
    { level: 'category_mid', category: 'mid' },
  ] as const;
  const series: CategorySeries[] = [];
  for (const { level, category } of levels) {
    const rows = await store.rows<{ category: string; large: string | null; spend: number[]; from: string }>(`
      WITH whole AS (
        SELECT month, ${category} AS category, min(large) AS large, ${moneySql()} AS spend FROM category_months
        WHERE ${category} IS NOT NULL AND month >= ${dateSql(first)} AND month + INTERVAL 1 MONTH - INTERVAL 1 DAY <= ${dateSql(last)}
        GROUP BY ALL
      )
      SELECT category, min(large) AS large, list(spend ORDER BY month) AS spend, CAST(min(month) AS VARCHAR) AS "from"
      FROM whole GROUP BY category HAVING count(*) = (SELECT count(DISTINCT month) FROM whole) ORDER BY category`);
    series.push(...rows.map((row) => ({ level, ...row })));
  }
  return series;
}

/** The trend of a series: its growth a quarter, compared month with same month where there are two years. */
export function growthOf(spend: readonly number[]): RobustTrend & { period: number } {
  const period = spend.length >= 2 * monthsOfYear ? monthsOfYear : 1;
  const trend = seasonalTrend(spend.map(Math.log), period);
  const aQuarter = (slope: number): number => Math.expm1(slope * monthsOfQuarter);
  return { ...trend, period, slope: aQuarter(trend.slope), low: aQuarter(trend.low), high: aQuarter(trend.high) };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Whole quarters at the end of a series: the last one, the one before, and the same a year before. */
export function lastQuarters({ spend, from }: CategorySeries): {
  now: number;
  before?: number;
  yearBefore?: number;
  name: string;
  afterwards: number;
} {
  // prettier-ignore
  const firstMonth = Number(from.slice(0, 4)) * monthsOfYear + Number(from.slice(5, 7)) - 1;
  // Months after the last whole quarter.
  const afterwards = (firstMonth + spend.length) % monthsOfQuarter;
  const end = spend.length - afterwards;
  const quarterBefore = (months: number): number | undefined => {
    const start = end - months - monthsOfQuarter;
    return start < 0 ? undefined : sum(spend.slice(start, start + monthsOfQuarter));
  };
  const month = firstMonth + end - 1;
  return {
    now: quarterBefore(0) ?? NaN,
    before: quarterBefore(monthsOfQuarter),
    yearBefore: quarterBefore(monthsOfYear),
    name: `${Math.floor(month / monthsOfYear)} Q${Math.floor((month % monthsOfYear) / monthsOfQuarter) + 1}`,
    afterwards,
  };
}

/** What is followed: the money of a category, or its part of the money of all. */
const kinds = ['category_growth', 'category_share'] as const;

/**
 * Growth of every category that was bought in every whole month, in money and as a share of all: Theil–Sen slope of the
 * logarithm of its months, with Sen's interval, month against same month where the data has two years; p by (seasonal)
 * Mann–Kendall, corrected over all categories and both.
 */
export async function categoryGrowth(data: SpendData): Promise<Finding[]> {
  const all = (await categorySeries(data)).filter(
    ({ spend }) => spend.length >= leastMonths && spend.every((month) => month > 0)
  );
  const level = all.some((series) => series.level === 'category_large') ? 'category_large' : 'category_mid';
  const whole = all.filter((series) => series.level === level);
  const totals = Array.from({ length: whole[0]?.spend.length ?? 0 }, (_, month) => sum(whole.map(({ spend }) => spend[month]!))); // prettier-ignore
  const tested = kinds.flatMap((kind) =>
    all.map((series) => ({
      kind,
      series,
      trend: growthOf(kind === 'category_share' ? series.spend.map((spend, i) => spend / totals[i]!) : series.spend),
    }))
  );
  const corrected = benjaminiHochberg(tested.map(({ trend }) => trend.p));
  const total = sum(whole.map((series) => lastQuarters(series).now));
  const found = tested.map(({ kind, series, trend }, i) => growthFinding(data, { kind, series, trend, p: corrected[i]!, total })); // prettier-ignore
  return kinds.flatMap((kind) =>
    found
      .filter((finding) => finding.kind === kind)
      .sort((a, b) => b.effect! - a.effect!)
      .map((finding, place) => ({ ...finding, place }))
  );
}

interface Grown {
  kind: (typeof kinds)[number];
  series: CategorySeries;
  trend: ReturnType<typeof growthOf>;
  p: number;
  total: number;
}

function growthFinding({ currency }: SpendData, { kind, series, trend, p, total }: Grown): Finding {
  const { slope, low, high, period } = trend;
  const { now, before, yearBefore, name } = lastQuarters(series);
  const direction = directionOf(slope, p);
  const seasons = period > 1 ? 'months compared with the same months' : 'less than two years: seasons are in it';
  const [question, size] =
    kind === 'category_growth'
      ? [`Does ${series.category} grow?`, money(now, currency)]
      : [`Does ${series.category} gain on the others?`, `${percent(now / total)} of all`];
  return {
    kind,
    question,
    period: name,
    group: series.category,
    dimension: series.level,
    ...(series.large ? { category: series.large } : {}),
    value: kind === 'category_growth' ? now : now / total,
    effect: slope,
    ...{ low, high, p, direction },
    verdict: `${direction === 'unsure' ? 'Noise' : slope > 0 ? 'Grows' : 'Shrinks'}: ${percentChange(slope)} a quarter (95 % ${percentChange(low)} to ${percentChange(high)}; ${seasons}); ${size} in ${name}.`,
    figures: {
      spend: now,
      share: now / total,
      months: series.spend.length,
      ...(before === undefined ? {} : { before, change: now / before - 1 }),
      ...(yearBefore === undefined ? {} : { year_before: yearBefore, change_year: now / yearBefore - 1 }),
    },
  };
}

/**
 * What each mid category can be expected to take in the quarter after the last whole one: the same quarter a year before,
 * grown by the yearly growth of its trend where that is beyond chance. Needs that year before.
 */
export async function nextQuarter(data: SpendData, growth: readonly Finding[]): Promise<Finding[]> {
  const trends = new Map(
    growth
      .filter(({ kind, dimension }) => kind === 'category_growth' && dimension === 'category_mid')
      .map((each) => [each.group, each])
  );
  const found: Finding[] = [];
  for (const series of (await categorySeries(data)).filter(({ level }) => level === 'category_mid')) {
    const trend = trends.get(series.category);
    const { now, name, afterwards } = lastQuarters(series);
    const end = series.spend.length - afterwards;
    const start = end - monthsOfYear;
    if (!trend || start < 0 || !(now > 0)) {
      continue;
    }
    const yearBefore = sum(series.spend.slice(start, start + monthsOfQuarter));
    const yearly = trend.p! < alpha ? (1 + trend.effect!) ** 4 : 1;
    const expected = yearBefore * yearly;
    const change = expected / now - 1;
    const next = quarterAfter(name);
    found.push({
      kind: 'next_quarter',
      question: `What will ${series.category} take in ${next}?`,
      period: next,
      group: series.category,
      dimension: 'category_mid',
      ...(series.large ? { category: series.large } : {}),
      value: expected,
      effect: change,
      direction: change > 0 ? 'up' : 'down',
      verdict: `${percentChange(change)} on ${name}: ${money(yearBefore, data.currency)} a year before${yearly === 1 ? ', no sure trend' : `, and ${percent(yearly - 1)} a year of growth`}.`,
      figures: { spend: now, before: now, change, year_before: yearBefore },
    });
  }
  return found.sort((a, b) => b.effect! - a.effect!).map((finding, place) => ({ ...finding, place }));
}

function quarterAfter(name: string): string {
  const [year, quarter] = name.split(' Q').map(Number) as [number, number];
  return quarter === 4 ? `${year + 1} Q1` : `${year} Q${quarter + 1}`;
}
