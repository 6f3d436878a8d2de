-- Recency, frequency, monetary of each customer who ordered at least once. Input: the view `spend`.
-- `mills` are amounts in whole thousandths, whose sum is the same in whatever order rows come.
-- The snapshot date is the day after the last transaction; days are the business time zone's.
WITH snapshot AS (
  SELECT max(local_day) + 1 AS day FROM spend
),
sums AS (
  SELECT
    user_id,
    max(CASE WHEN is_order = 1 THEN local_day END) AS last_day,
    count(DISTINCT CASE WHEN is_order = 1 THEN order_key END) AS frequency,
    CAST(sum(CASE WHEN is_spend = 1 THEN mills ELSE 0 END) AS DOUBLE) / 1000 AS monetary
  FROM spend
  GROUP BY user_id
)
SELECT s.user_id, snapshot.day - s.last_day AS recency, s.frequency, s.monetary
FROM sums s
CROSS JOIN snapshot
WHERE s.last_day IS NOT NULL
