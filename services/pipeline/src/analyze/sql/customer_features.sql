-- Features of each customer over the whole history. Input: the view `spend` (see spendView.ts), one row a transaction:
--   user_id, transaction_id, order_key, seconds (since 1970), local_hour (0-23), iso_weekday (1 = Monday), amount,
--   is_order, is_spend, online, merchant, category_mid, ip, country, lat, lon
-- What each column means is said in packages/contracts, customers.features; amounts are those of orders.
-- Only functions that DuckDB and Spark SQL share.
WITH medians AS (
  SELECT user_id, median(amount) AS amount_median
  FROM spend
  WHERE is_order = 1
  GROUP BY user_id
),
deviations AS (
  SELECT s.user_id, median(abs(s.amount - m.amount_median)) AS amount_mad
  FROM spend s
  JOIN medians m ON m.user_id = s.user_id
  WHERE s.is_order = 1
  GROUP BY s.user_id
),
-- Without the customer's own outliers: robust z beyond 3.5, where amounts differ at all.
typical AS (
  SELECT
    s.user_id,
    avg(CASE WHEN d.amount_mad = 0 OR abs(s.amount - m.amount_median) <= 3.5 * 1.4826 * d.amount_mad THEN s.amount END)
      AS amount_mean_typical,
    avg(CASE WHEN d.amount_mad = 0 OR abs(s.amount - m.amount_median) <= 3.5 * 1.4826 * d.amount_mad THEN 0.0 ELSE 1.0 END)
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
-- Burstiness after Goh and Barabasi, EPL 81 (2008) 48002: (sd - mean) / (sd + mean) of the gaps.
intervals AS (
  SELECT
    user_id,
    avg(gap) / 3600 AS interval_mean_hours,
    min(gap) / 3600 AS interval_min_hours,
    (stddev_samp(gap) - avg(gap)) / nullif(stddev_samp(gap) + avg(gap), 0) AS interval_burstiness
  FROM gaps
  GROUP BY user_id
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
    avg(CASE WHEN is_order = 1 THEN amount END) AS amount_mean,
    max(CASE WHEN is_order = 1 THEN amount END) AS amount_max,
    stddev_samp(CASE WHEN is_order = 1 THEN amount END) AS amount_std,
    avg(CASE WHEN local_hour < 6 THEN 1.0 ELSE 0.0 END) AS night_share,
    avg(CASE WHEN iso_weekday >= 6 THEN 1.0 ELSE 0.0 END) AS weekend_share,
    avg(online) AS online_share,
    count(DISTINCT merchant) AS merchants,
    count(DISTINCT category_mid) AS categories,
    count(DISTINCT ip) AS ips,
    count(DISTINCT country) AS countries
  FROM spend
  GROUP BY user_id
)
SELECT
  t.user_id, t.transactions, t.amount_mean, t.amount_max, t.amount_std, m.amount_median, d.amount_mad,
  y.amount_mean_typical, y.amount_outlier_share, i.interval_mean_hours, i.interval_min_hours, i.interval_burstiness,
  w.speed_max_kmh, t.night_share, t.weekend_share, t.online_share,
  t.merchants, t.categories, t.ips, t.countries
FROM totals t
LEFT JOIN medians m ON m.user_id = t.user_id
LEFT JOIN deviations d ON d.user_id = t.user_id
LEFT JOIN typical y ON y.user_id = t.user_id
LEFT JOIN intervals i ON i.user_id = t.user_id
LEFT JOIN travel w ON w.user_id = t.user_id
