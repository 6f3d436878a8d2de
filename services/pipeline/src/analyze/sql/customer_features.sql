-- Features of each customer over the whole history. Input: the view `spend` (see spendView.ts), one row a transaction:
--   user_id, order_key, seconds (since 1970), local_hour (0-23), iso_weekday (1 = Monday), amount, is_order, is_spend,
--   online, merchant, category_mid, ip, country
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
intervals AS (
  SELECT user_id, avg(gap) / 3600 AS interval_mean_hours, min(gap) / 3600 AS interval_min_hours
  FROM gaps
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
  i.interval_mean_hours, i.interval_min_hours, t.night_share, t.weekend_share, t.online_share,
  t.merchants, t.categories, t.ips, t.countries
FROM totals t
LEFT JOIN medians m ON m.user_id = t.user_id
LEFT JOIN deviations d ON d.user_id = t.user_id
LEFT JOIN intervals i ON i.user_id = t.user_id
