import { mostTiles } from '@spendscope/contracts';
import { type Finding, type SpendData, money, times } from './finding';
import { tileGrid } from './tileGrid';

interface Region {
  region: string;
  customers: number;
  spend: number;
  lat: number | null;
  lon: number | null;
}

/** What the customers of each region spend in 365 days, and where it lies: the median of their payments, abroad or not. */
export async function regions({ store, currency }: SpendData): Promise<Finding[]> {
  const rows = await store.rows<Region>(`WITH people AS (
      SELECT c.region, count(*) AS customers, CAST(sum(CAST(round(y.year_spend * 1000) AS DECIMAL(38, 0))) AS DOUBLE) / 1000 AS spend
      FROM customers c JOIN customer_years y ON y.user_id = c.user_id WHERE c.region IS NOT NULL GROUP BY c.region
    ),
    places AS (
      SELECT c.region, median(t.lat) AS lat, median(t.lon) AS lon
      FROM transactions t JOIN customers c ON c.user_id = t.user_id
      WHERE t.lat IS NOT NULL AND t.lon IS NOT NULL AND c.region IS NOT NULL GROUP BY c.region
    )
    SELECT p.*, l.lat, l.lon FROM people p LEFT JOIN places l ON l.region = p.region ORDER BY p.region`);
  const mean =
    rows.reduce((sum, { spend }) => sum + spend, 0) / rows.reduce((sum, { customers }) => sum + customers, 0);
  const tiles = tilesOf(rows);
  return rows
    .map(({ region, customers, spend, lat, lon }): Finding => ({
      kind: 'region',
      question: 'Where do customers spend most?',
      period: 'last 365 days',
      group: region,
      dimension: 'region',
      value: spend / customers,
      effect: spend / customers / mean,
      verdict: `${money(spend / customers, currency)} a customer, ${times(spend / customers / mean)} the mean.`,
      figures: { customers, spend, ...(lat === null || lon === null ? {} : { lat, lon }), ...tiles.get(region) },
    }))
    .sort((a, b) => b.value - a.value)
    .map((finding, place) => ({ ...finding, place }));
}

/** The cell of a tile grid map for each region whose place is known. */
function tilesOf(rows: readonly Region[]): Map<string, { tile_north: number; tile_east: number }> {
  const placed = rows.flatMap(({ region, lat, lon }) => (lat === null || lon === null ? [] : [{ region, lat, lon }]));
  if (placed.length > mostTiles) {
    return new Map();
  }
  const tiles = tileGrid(placed);
  return new Map(placed.map(({ region }, i) => [region, { tile_north: tiles[i]!.north, tile_east: tiles[i]!.east }]));
}
