-- The category on which each customer spent most; the first by name on a tie. Input: the view `spend`.
-- `mills` are amounts in whole thousandths, whose sum is the same in whatever order rows come.
WITH sums AS (
  SELECT user_id, coalesce(category_large, category_mid) AS category, sum(mills) AS spent
  FROM spend
  WHERE is_spend = 1 AND coalesce(category_large, category_mid) IS NOT NULL
  GROUP BY user_id, coalesce(category_large, category_mid)
),
ranked AS (
  SELECT user_id, category, row_number() OVER (PARTITION BY user_id ORDER BY spent DESC, category) AS place
  FROM sums
)
SELECT user_id, category AS top_category
FROM ranked
WHERE place = 1
