-- Each customer's days with an order, for a model of repeat purchases. Input: the view `spend`.
-- Several orders of a day count once; refunds and wins are no orders. Days are the business time zone's, counted from
-- the customer's first one to the last day of the data. `mean_again`: mean amount of those days after the first.
WITH observed AS (
  SELECT max(local_day) AS last_day FROM spend
),
days AS (
  SELECT user_id, local_day, sum(mills) AS mills
  FROM spend
  WHERE is_order = 1
  GROUP BY user_id, local_day
)
SELECT
  d.user_id,
  count(*) - 1 AS again,
  max(d.local_day) - min(d.local_day) AS last_age,
  max(observed.last_day) - min(d.local_day) AS age,
  CASE
    WHEN count(*) > 1 THEN CAST(sum(d.mills) - min_by(d.mills, d.local_day) AS DOUBLE) / 1000 / (count(*) - 1)
  END AS mean_again
FROM days d
CROSS JOIN observed
GROUP BY d.user_id
