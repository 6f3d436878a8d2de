import { join } from 'node:path';
import { type IndexDefinition, allIndices, indices } from '@spendscope/contracts';
import { installTemplates } from '@spendscope/elastic';
import { elasticAs } from '@spendscope/testing';
import { analyze } from '../../services/pipeline/src/analyze/analyze';
import { ingest } from '../../services/pipeline/src/ingest/ingest';
import { loadPreset } from '../../services/pipeline/src/ingest/loadMapping';
import { TestWorkspace, emptyIndices } from '../../services/pipeline/src/testing/workspace';
import { dashboardFiles } from './build';
import { type Board, tablesOf } from './testing/boards';
import { type CardFiles, cardFiles } from './testing/cardFiles';

const setup = elasticAs('setup');
const pipeline = elasticAs('pipeline');
const grafana = elasticAs('grafana');
const everything = (allIndices as readonly IndexDefinition[]).map(({ pattern }) => pattern);
const workspace = new TestWorkspace();
const field = indices.transactions.fields;
const person = indices.customers.fields;
const insight = indices.insights.fields;
let source: CardFiles;

beforeAll(async () => {
  await emptyIndices(setup, everything);
  await installTemplates(setup);
  source = await cardFiles(join(workspace.root, 'data'), new Date('2025-08-20T03:00:00Z'));
  const now = new Date();
  await workspace.job(
    pipeline,
    'ingest',
    (context) =>
    ingest(context, { input: { files: source.files }, mapping: loadPreset('card'), maxRejects: { count: 0 }, replace: false, now }) // prettier-ignore
  );
  await workspace.job(pipeline, 'analyze', (context) => analyze(context, { k: 4, seed: 1, now }));
  await setup.indices.refresh({ index: everything, ignore_unavailable: true });
}, 600_000);
afterAll(async () => {
  await emptyIndices(setup, everything);
  await installTemplates(setup);
  await Promise.all([setup, pipeline, grafana].map((client) => client.close()));
  workspace.remove();
});

type Row = Record<string, unknown>;
type Tables = Awaited<ReturnType<typeof tablesOf>>;

/** What a dashboard shows: tables by the title of their panel. */
const shown = (file: string, chosen?: Record<string, string>): Promise<Tables> =>
  tablesOf(grafana, JSON.parse(dashboardFiles()[file]!) as Board, chosen);

/** Columns of a panel by its first ones, e.g. `VVIP` or `20s, VVIP`. */
function by(rows: readonly Row[] | undefined, keys: readonly string[], column: string): Record<string, number> {
  expect(rows?.length).toBeGreaterThan(0);
  return Object.fromEntries(rows!.map((row) => [keys.map((key) => row[key]).join(', '), Number(row[column])]));
}

/** The same of the files; `key` and `value` are columns of the query. */
const asked = async (sql: string): Promise<Record<string, number>> =>
  Object.fromEntries((await source.rows<{ key: string; value: number }>(sql)).map(({ key, value }) => [key, Number(value)])); // prettier-ignore

function expectSame(actual: Record<string, number>, expected: Record<string, number>): void {
  expect(Object.keys(expected).length).toBeGreaterThan(0);
  expect(Object.keys(actual).sort()).toEqual(Object.keys(expected).sort());
  for (const [key, value] of Object.entries(expected)) {
    expect([key, Math.abs(actual[key]! - value) <= 1e-6 * Math.max(1, Math.abs(value)), actual[key]]).toEqual([key, true, actual[key]]); // prettier-ignore
  }
}

const only = (rows: readonly Row[] | undefined, column: string): number => Number(rows![0]![column]);
/** Days of the last year, and the customers' spend in it. */
const year = `(SELECT customer_id, sum(amount) AS s FROM t WHERE day > (SELECT max(day) FROM t) - 365 GROUP BY 1)`;
const yearOfAll = `(SELECT c.*, coalesce(y.s, 0) AS s FROM c LEFT JOIN ${year} y ON y.customer_id = c.customer_id)`;
/** Robust scale of each customer's orders, and whether an order is outside of it. */
const judged = `(SELECT t.*, abs(t.amount - m.middle) > 3.5 * 1.4826 * m.spread AND m.spread > 0 AND m.n >= 5 AS outlier
  FROM t JOIN (SELECT customer_id, median(amount) AS middle, mad(amount) AS spread, count(*) AS n FROM t WHERE type <> 'refund' GROUP BY 1) m
    ON m.customer_id = t.customer_id WHERE t.type <> 'refund')`;

it('Spend overview shows what DuckDB finds in the files', async () => {
  const tables = await shown('spend-overview.json');
  const figure = (title: string, column: string): number => only(tables[title]![0], column);
  expect(figure('How much was spent?', 'Sum')).toBeCloseTo(await source.value('SELECT sum(amount) FROM t'), 2);
  expect(figure('How many payments?', 'Count')).toBe(await source.value('SELECT count(*) FROM t'));
  expect(figure('How many paid?', 'Unique Count')).toBe(
    await source.value('SELECT count(DISTINCT customer_id) FROM t')
  );
  expect(figure('How much per payment?', 'Average')).toBeCloseTo(await source.value('SELECT avg(amount) FROM t'), 4);
  // 2025 Q3 so far, against the same days of 2024, which the data has all of.
  const lastYear = `SELECT sum(amount) FILTER (WHERE q = '2025 Q3') / sum(amount) FILTER (WHERE q = '2024 Q3' AND day <= (SELECT max(day) - INTERVAL 1 YEAR FROM t)) - 1 FROM t`;
  expect(figure('More than last year?', 'Average')).toBeCloseTo(await source.value(lastYear), 9);
  expectSame(by(tables['Who spends it?']![0], [field.grade], 'Sum'), await asked('SELECT grade AS key, sum(amount) AS value FROM t GROUP BY 1')); // prettier-ignore
  expectSame(
    by(tables['Is each quarter above the same one last year?']![0], [field.year, field.quarter_of_year], 'Sum'),
    await asked(`SELECT replace(q, ' ', ', ') AS key, sum(amount) AS value FROM t GROUP BY 1`)
  );
  expectSame(
    by(tables['How do men and women differ by age?']![0], [field.age_band, field.sex], 'Sum'),
    await asked(`SELECT age_band || ', ' || sex AS key, sum(amount) AS value FROM t GROUP BY 1`)
  );
  expectSame(by(tables['Through which channel?']![0], [field.channel], 'Sum'), await asked('SELECT channel AS key, sum(amount) AS value FROM t GROUP BY 1')); // prettier-ignore
  expectSame(by(tables['With which card?']![0], [field.card_product], 'Unique Count'), await asked('SELECT card_product AS key, count(DISTINCT customer_id) AS value FROM t GROUP BY 1')); // prettier-ignore
  const [groups, large, mid] = tables['What does each group spend most on?']!;
  expectSame(
    by(groups, [field.grade], 'Max'),
    await asked('SELECT grade AS key, max(amount) AS value FROM t GROUP BY 1')
  );
  for (const [rows, column] of [
    [large, field.category_large],
    [mid, field.category_mid],
  ] as const) {
    expectSame(
      by(
        rows!.filter((row, i) => row[field.grade] !== rows![i - 1]?.[field.grade]),
        [field.grade, column],
        'Sum'
      ),
      await asked(
        `SELECT grade || ', ' || ${column} AS key, sum(amount) AS value FROM t GROUP BY grade, ${column} QUALIFY row_number() OVER (PARTITION BY grade ORDER BY sum(amount) DESC) = 1`
      )
    );
  }
});

it('Spend overview leaves own outliers out where it is told to, and takes no other filter for it', async () => {
  const tables = await shown('spend-overview.json', {
    outliers: `(*:* AND NOT ${field.own_outlier}:true)`,
    grade: '("VIP")',
  });
  expect(only(tables['How many payments?']![0], 'Count')).toBe(
    await source.value(
      `SELECT (SELECT count(*) FROM t WHERE grade = 'VIP') - (SELECT count(*) FROM ${judged} WHERE outlier AND grade = 'VIP')`
    )
  );
});

it('Grades shows what DuckDB finds in the files', async () => {
  const tables = await shown('grades.json');
  expectSame(by(tables['How many customers has each grade?']![0], [person.grade], 'Count'), await asked('SELECT grade AS key, count(*) AS value FROM c GROUP BY 1')); // prettier-ignore
  expectSame(by(tables['How many customers has each grade?']![0], [person.grade], 'Sum'), await asked(`SELECT grade AS key, sum(s) AS value FROM ${yearOfAll} GROUP BY 1`)); // prettier-ignore
  expectSame(
    by(tables['How are grades spread in each age band?']![0], [person.age_band, person.grade], 'Count'),
    await asked(`SELECT age_band || ', ' || grade AS key, count(*) AS value FROM c GROUP BY 1`)
  );
  expectSame(by(tables['What share of each age band is VVIP?']![0], [insight.group], insight.value), await asked(`SELECT age_band AS key, avg((grade = 'VVIP')::INTEGER) AS value FROM c GROUP BY 1`)); // prettier-ignore
  const top = `CASE WHEN grade IN ('VVIP', 'VIP') THEN 'VVIP and VIP' ELSE 'the others' END`;
  expectSame(by(tables['How much do VVIP and VIP carry?']![0], [insight.group], insight.value), await asked(`SELECT ${top} AS key, sum(s) / (SELECT sum(s) FROM ${yearOfAll}) AS value FROM ${yearOfAll} GROUP BY 1`)); // prettier-ignore
  const borders = tables['What does each grade spend, and where is the border?']![0];
  for (const [column, sql] of [
    [insight.figures.min, 'min(s)'],
    [insight.figures.median, 'median(s)'],
    [insight.figures.max, 'max(s)'],
  ] as const) {
    expectSame(
      by(borders, [insight.group], column),
      await asked(`SELECT grade AS key, ${sql} AS value FROM ${yearOfAll} GROUP BY 1`)
    );
  }
  const vvip = borders!.find((row) => row[insight.group] === 'VVIP')!;
  const border = Number(vvip[insight.figures.border]);
  const rightly = (at: string): string => `avg(((s >= ${at}) = (grade = 'VVIP'))::INTEGER)`;
  const among = `FROM ${yearOfAll} WHERE grade IN ('VVIP', 'VIP')`;
  expect(vvip[insight.effect]).toBeCloseTo(await source.value(`SELECT ${rightly(String(border))} ${among}`), 9);
  // No customer's spend would make a better border.
  expect(vvip[insight.effect]).toBeCloseTo(
    await source.value(`SELECT max((SELECT ${rightly('b.s')} ${among})) FROM (SELECT s ${among}) b`),
    9
  );
  const near = tables['Who is nearest to a higher grade?']![0]!;
  const missing = near.filter((row) => row[person.grade_path.up_to] === 'VVIP').map((row) => Number(row.Min));
  if (missing.length > 0) {
    expect(Math.min(...missing)).toBeCloseTo(await source.value(`SELECT min((${border} - s) / ${border}) FROM ${yearOfAll} WHERE grade = 'VIP' AND s <= ${border}`), 9); // prettier-ignore
  }
  expectSame(by(tables['Where do VVIPs live?']![0], [field.region], 'Sum'), await asked(`SELECT region AS key, sum(amount) AS value FROM t WHERE grade = 'VVIP' GROUP BY 1`)); // prettier-ignore
});

it('Categories shows what DuckDB finds in the files', async () => {
  const tables = await shown('categories.json');
  const large = 'SELECT category_large AS key, sum(amount) AS value FROM t';
  expectSame(
    by(tables['What is spend made of?']![0], [field.category_large], 'Sum'),
    await asked(`${large} GROUP BY 1`)
  );
  expectSame(
    by(tables['Food, travel, shopping or entertainment?']![0], [field.category_large], 'Sum'),
    await asked(`${large} WHERE category_large IN ('food', 'travel', 'shopping', 'entertainment') GROUP BY 1`)
  );
  for (const [title, column, name] of [
    ['Which age buys what?', field.age_band, 'age_band'],
    ['Which grade buys what?', field.grade, 'grade'],
  ] as const) {
    expectSame(
      by(tables[title]![0], [field.category_large, column], 'Sum'),
      await asked(`SELECT category_large || ', ' || ${name} AS key, sum(amount) AS value FROM t GROUP BY 1`)
    );
  }
  expectSame(
    by(tables['Which region buys what?']![0], [field.region, field.category_large], 'Sum'),
    await asked(`SELECT region || ', ' || category_large AS key, sum(amount) AS value FROM t GROUP BY 1`)
  );
  const growing = tables['Which large categories grow and which shrink?']![0]!;
  const inQuarters = (now: string, before: string): string =>
    `SELECT category_large AS key, sum(amount) FILTER (WHERE q = '${now}') / sum(amount) FILTER (WHERE q = '${before}') - 1 AS value FROM t GROUP BY 1`;
  const kept = growing.map((row) => String(row[insight.group]));
  const ofKept = (values: Record<string, number>): Record<string, number> => Object.fromEntries(kept.map((key) => [key, values[key]!])); // prettier-ignore
  expect(kept.length).toBeGreaterThanOrEqual(5);
  expectSame(by(growing, [insight.group], insight.value), ofKept(await asked(`SELECT category_large AS key, sum(amount) AS value FROM t WHERE q = '2025 Q2' GROUP BY 1`))); // prettier-ignore
  expectSame(
    by(growing, [insight.group], insight.figures.change),
    ofKept(await asked(inQuarters('2025 Q2', '2025 Q1')))
  );
  expectSame(by(growing, [insight.group], insight.figures.change_year), ofKept(await asked(inQuarters('2025 Q2', '2024 Q2')))); // prettier-ignore
  const benefit = tables['Which benefits to propose next quarter, and to whom?']![0]!.find((row) => row[insight.dimension] === 'life_stage' && row[insight.group] === 'school-age family'); // prettier-ignore
  const buyers = `(SELECT DISTINCT t.customer_id, life_stage FROM t WHERE category_mid = '${benefit![insight.category]}' AND day > (SELECT max(day) FROM t) - 365 GROUP BY ALL HAVING sum(amount) > 0)`;
  const active = `(SELECT DISTINCT customer_id, life_stage FROM (SELECT customer_id, life_stage, category_mid FROM t WHERE day > (SELECT max(day) FROM t) - 365 AND category_mid IS NOT NULL GROUP BY ALL HAVING sum(amount) > 0))`;
  const support = (where: string): string =>
    `(SELECT count(*) FROM ${buyers} WHERE ${where}) / (SELECT count(*) FROM ${active} WHERE ${where})`;
  const own = support(`life_stage = 'school-age family'`);
  expect(benefit![insight.figures.support]).toBeCloseTo(await source.value(`SELECT ${own}`), 9);
  expect(benefit![insight.figures.lift]).toBeCloseTo(await source.value(`SELECT ${own} / (${support('true')})`), 9);
});

it('Regions and life shows what DuckDB finds in the files', async () => {
  const tables = await shown('regions-and-life.json');
  const pairs = [
    ['Which regions spend most in the range?', field.region, 'region'],
    ['Which stage of life spends most?', field.life_stage, 'life_stage'],
    ['Do school-age children cost more?', field.children, 'children::VARCHAR'],
  ] as const;
  for (const [title, column, sql] of pairs) {
    expectSame(by(tables[title]![0], [column], 'Sum'), await asked(`SELECT ${sql} AS key, sum(amount) AS value FROM t GROUP BY 1`)); // prettier-ignore
    expectSame(by(tables[title]![0], [column], 'Unique Count'), await asked(`SELECT ${sql} AS key, count(DISTINCT customer_id) AS value FROM t GROUP BY 1`)); // prettier-ignore
  }
  const members = by(tables['Do digital members spend more?']![0], [field.digital_member], 'Sum');
  expect(Object.values(members).sort((a, b) => a - b)).toEqual(Object.values(await asked('SELECT digital_member::VARCHAR AS key, sum(amount) AS value FROM t GROUP BY 1')).sort((a, b) => a - b)); // prettier-ignore
  expectSame(
    by(tables['What does each stage of life buy?']![0], [field.category_large, field.life_stage], 'Sum'),
    await asked(`SELECT category_large || ', ' || life_stage AS key, sum(amount) AS value FROM t GROUP BY 1`)
  );
  expectSame(
    by(tables['How much does a customer of each region spend?']![0], [insight.group], insight.value),
    await asked(
      `SELECT region AS key, sum(coalesce(s, 0)) / count(*) AS value FROM ${yearOfAll} WHERE customer_id IN (SELECT customer_id FROM t) GROUP BY 1`
    )
  );
});

it('Own-mean outliers shows what DuckDB finds in the files', async () => {
  const tables = await shown('own-mean-outliers.json');
  expect(only(tables['How many orders are outliers?']![0], 'Count')).toBe(await source.value(`SELECT count(*) FROM ${judged} WHERE outlier`)); // prettier-ignore
  expect(only(tables['How much is spent on them?']![0], 'Sum')).toBeCloseTo(await source.value(`SELECT sum(amount) FROM ${judged} WHERE outlier`), 2); // prettier-ignore
  expectSame(
    by(tables['In which categories, and for whom?']![0], [field.category_large, field.grade], 'Count'),
    await asked(
      `SELECT category_large || ', ' || grade AS key, count(*) AS value FROM ${judged} WHERE outlier GROUP BY 1`
    )
  );
  const means = tables['What do they do to the means?']![0];
  expectSame(by(means, [insight.group], insight.value), await asked(`SELECT grade AS key, avg(amount) AS value FROM ${judged} GROUP BY 1`)); // prettier-ignore
  expectSame(by(means, [insight.group], insight.figures.median), await asked(`SELECT grade AS key, avg(amount) AS value FROM ${judged} WHERE NOT outlier GROUP BY 1`)); // prettier-ignore
  // Of all their amounts, refunds included, the farthest in robust deviations; where the MAD is 0, by the mean deviation.
  const farthest = `WITH m AS (SELECT customer_id, median(amount) AS middle, mad(amount) AS spread, count(*) AS n FROM t GROUP BY 1),
    z AS (SELECT t.customer_id, t.amount - m.middle AS off, m.spread, m.n, avg(abs(t.amount - m.middle)) OVER (PARTITION BY t.customer_id) AS mean_off FROM t JOIN m ON m.customer_id = t.customer_id),
    f AS (SELECT customer_id, max_by(off, abs(off)) / CASE WHEN any_value(spread) > 0 THEN 1.4826 * any_value(spread) ELSE sqrt(pi() / 2) * any_value(mean_off) END AS z FROM z WHERE n >= 5 GROUP BY 1)`;
  expect(only(tables['How many paid far more than usual?']![0], 'Count')).toBe(await source.value(`${farthest} SELECT count(*) FROM f WHERE z >= 3.5`)); // prettier-ignore
  expect(Number(tables['Who is farthest from the own mean?']![0]![0]!['Max own_mean.distance'])).toBeCloseTo(await source.value(`${farthest} SELECT max(abs(z)) FROM f`), 2); // prettier-ignore
});

it('Target segment shows what DuckDB finds in the files under the filters that it opens with', async () => {
  const tables = await shown('target-segment.json');
  const target = `grade = 'gold' AND age_band = '40s' AND region IN ('Seoul', 'Gyeonggi') AND children >= 1`;
  expect(only(tables['How much was spent?']![0], 'Sum')).toBeCloseTo(await source.value(`SELECT sum(amount) FROM t WHERE ${target}`), 2); // prettier-ignore
  expect(only(tables['How many paid?']![0], 'Unique Count')).toBe(await source.value(`SELECT count(DISTINCT customer_id) FROM t WHERE ${target}`)); // prettier-ignore
  expect(only(tables['How many payments?']![0], 'Count')).toBe(
    await source.value(`SELECT count(*) FROM t WHERE ${target}`)
  );
  expect(only(tables['How much per payment?']![0], 'Average')).toBeCloseTo(await source.value(`SELECT avg(amount) FROM t WHERE ${target}`), 4); // prettier-ignore
  expectSame(
    by(tables['What are their main categories?']![0], [field.category_mid], 'Sum'),
    await asked(
      `SELECT category_mid AS key, sum(amount) AS value FROM t WHERE ${target} GROUP BY 1 ORDER BY 2 DESC LIMIT 30`
    )
  );
});
