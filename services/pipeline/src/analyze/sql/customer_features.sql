-- Features of each customer over the whole history. Input: the view `spend` (see spendView.ts), one row a transaction:
--   user_id, transaction_id, order_key, seconds (since 1970), local_hour (0-23), iso_weekday (1 = Monday), amount,
--   mills (the amount in whole thousandths: their sum is the same in whatever order rows come), is_order, online,
--   merchant, category_mid, ip, country, lat, lon
-- What each column means is said in packages/contracts, customers.features; amounts are those of orders.
-- Only functions that DuckDB and Spark SQL share.
WITH medians AS (
  SELECT user_id, median(amount) AS amount_median
  FROM spend
  WHERE is_order = 1
  GROUP BY user_id
),
-- Amounts around the median: sums of squares around zero would lose a small spread beside large amounts.
centred AS (
  SELECT
    s.user_id,
    abs(s.amount - m.amount_median) AS distance,
    CAST(
      s.mills - CASE WHEN abs(m.amount_median) < 1e14 THEN CAST(round(m.amount_median * 1000) AS DECIMAL(18, 0)) END
      AS DECIMAL(38, 0)
    ) AS mills
  FROM spend s
  JOIN medians m ON m.user_id = s.user_id
  WHERE s.is_order = 1
),
deviations AS (
  SELECT
    user_id,
    median(distance) AS amount_mad,
    count(mills) AS counted,
    CAST(sum(mills) AS DOUBLE) AS sum_1,
    CAST(sum(mills * mills) AS DOUBLE) AS sum_2
  FROM centred
  GROUP BY user_id
),
-- Without the customer's own outliers: robust z beyond 3.5, where amounts differ at all.
typical AS (
  SELECT
    s.user_id,
    CAST(sum(CASE WHEN d.amount_mad = 0 OR abs(s.amount - m.amount_median) <= 3.5 * 1.4826 * d.amount_mad THEN s.mills END)
      AS DOUBLE) / 1000
      / count(CASE WHEN d.amount_mad = 0 OR abs(s.amount - m.amount_median) <= 3.5 * 1.4826 * d.amount_mad THEN s.mills END)
      AS amount_mean_typical,
    avg(CASE WHEN d.amount_mad = 0 OR abs(s.amount - m.amount_median) <= 3.5 * 1.4826 * d.amount_mad THEN 0e0 ELSE 1e0 END)
      AS amount_outlier_share
  FROM spend s
  JOIN medians m ON m.user_id = s.user_id
  JOIN deviations d ON d.user_id = s.user_id
  WHERE s.is_order = 1
  GROUP BY s.user_id
),
orders AS (
  SELECT user_id, order_key, min(seconds) AS seconds
  FROM spend
  WHERE is_order = 1
  GROUP BY user_id, order_key
),
gaps AS (
  SELECT user_id, seconds - lag(seconds) OVER (PARTITION BY user_id ORDER BY seconds, order_key) AS gap
  FROM orders
),
gap_mills AS (
  SELECT user_id, gap, CAST(round(gap * 1000) AS DECIMAL(38, 0)) AS mills FROM gaps
),
gap_sums AS (
  SELECT user_id, count(gap) AS counted, min(gap) AS least, sum(mills) AS sum_1, sum(mills * mills) AS sum_2
  FROM gap_mills
  GROUP BY user_id
),
gap_spread AS (
  SELECT
    user_id,
    least,
    CAST(sum_1 AS DOUBLE) / 1000 / nullif(counted, 0) AS mean,
    CASE WHEN counted > 1 THEN sqrt(CAST(counted * sum_2 - sum_1 * sum_1 AS DOUBLE) / counted / (counted - 1)) / 1000 END
      AS deviation
  FROM gap_sums
),
-- Burstiness after Goh and Barabasi, EPL 81 (2008) 48002: (sd - mean) / (sd + mean) of the gaps.
intervals AS (
  SELECT
    user_id,
    mean / 3600 AS interval_mean_hours,
    least / 3600 AS interval_min_hours,
    (deviation - mean) / nullif(deviation + mean, 0) AS interval_burstiness
  FROM gap_spread
),
places AS (
  SELECT
    user_id, seconds, lat, lon,
    lag(seconds) OVER (PARTITION BY user_id ORDER BY seconds, transaction_id) AS seconds_before,
    lag(lat) OVER (PARTITION BY user_id ORDER BY seconds, transaction_id) AS lat_before,
    lag(lon) OVER (PARTITION BY user_id ORDER BY seconds, transaction_id) AS lon_before
  FROM spend
  WHERE lat IS NOT NULL AND lon IS NOT NULL
),
-- Great circle (haversine) on a sphere of 6371 km.
ways AS (
  SELECT
    user_id,
    -- A minute at least: two transactions of the same second are no division by zero.
    greatest(seconds - seconds_before, 60) / 3600 AS hours,
    2 * 6371 * asin(least(1.0, sqrt(
      power(sin(radians(lat - lat_before) / 2), 2)
      + cos(radians(lat_before)) * cos(radians(lat)) * power(sin(radians(lon - lon_before) / 2), 2)
    ))) AS km
  FROM places
  WHERE seconds_before IS NOT NULL
),
-- Below 5 km a way is noise of the positioning.
travel AS (
  SELECT user_id, max(CASE WHEN km >= 5 THEN km / hours ELSE 0.0 END) AS speed_max_kmh
  FROM ways
  GROUP BY user_id
),
totals AS (
  SELECT
    user_id,
    count(*) AS transactions,
    CAST(sum(CASE WHEN is_order = 1 THEN mills END) AS DOUBLE) / 1000
      / nullif(count(CASE WHEN is_order = 1 THEN mills END), 0) AS amount_mean,
    max(CASE WHEN is_order = 1 THEN amount END) AS amount_max,
    avg(CASE WHEN local_hour < 6 THEN 1e0 ELSE 0e0 END) AS night_share,
    avg(CASE WHEN iso_weekday >= 6 THEN 1e0 ELSE 0e0 END) AS weekend_share,
    avg(online) AS online_share,
    count(DISTINCT merchant) AS merchants,
    count(DISTINCT category_mid) AS categories,
    count(DISTINCT ip) AS ips,
    count(DISTINCT country) AS countries
  FROM spend
  GROUP BY user_id
)
SELECT
  t.user_id, t.transactions, t.amount_mean, t.amount_max,
  CASE WHEN d.counted > 1 THEN sqrt(greatest(d.sum_2 - d.sum_1 * d.sum_1 / d.counted, 0) / (d.counted - 1)) / 1000 END
    AS amount_std,
  m.amount_median, d.amount_mad,
  y.amount_mean_typical, y.amount_outlier_share, i.interval_mean_hours, i.interval_min_hours, i.interval_burstiness,
  w.speed_max_kmh, t.night_share, t.weekend_share, t.online_share,
  t.merchants, t.categories, t.ips, t.countries
FROM totals t
LEFT JOIN medians m ON m.user_id = t.user_id
LEFT JOIN deviations d ON d.user_id = t.user_id
LEFT JOIN typical y ON y.user_id = t.user_id
LEFT JOIN intervals i ON i.user_id = t.user_id
LEFT JOIN travel w ON w.user_id = t.user_id
