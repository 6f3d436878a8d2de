-- What each customer did in the last 30 days of the log. Input: the view `action_log`, one row an action:
--   user_id, action, local_day (since 1970)
-- What each column means is said in packages/contracts, customers.features.
-- Only functions that DuckDB and Spark SQL share.
WITH newest AS (
  SELECT max(local_day) AS day FROM action_log
)
SELECT
  a.user_id,
  count(*) AS actions_30d,
  avg(CASE WHEN a.action = 'login' THEN 1e0 ELSE 0e0 END) AS action_login_share,
  avg(CASE WHEN a.action = 'login_failed' THEN 1e0 ELSE 0e0 END) AS action_login_failed_share,
  avg(CASE WHEN a.action = 'search' THEN 1e0 ELSE 0e0 END) AS action_search_share,
  avg(CASE WHEN a.action = 'view' THEN 1e0 ELSE 0e0 END) AS action_view_share,
  avg(CASE WHEN a.action = 'wishlist' THEN 1e0 ELSE 0e0 END) AS action_wishlist_share,
  avg(CASE WHEN a.action = 'cart' THEN 1e0 ELSE 0e0 END) AS action_cart_share,
  avg(CASE WHEN a.action = 'checkout' THEN 1e0 ELSE 0e0 END) AS action_checkout_share,
  avg(CASE WHEN a.action = 'complaint' THEN 1e0 ELSE 0e0 END) AS action_complaint_share,
  avg(CASE WHEN a.action = 'api_call' THEN 1e0 ELSE 0e0 END) AS action_api_call_share
FROM action_log a
CROSS JOIN newest
WHERE a.local_day > newest.day - 30
GROUP BY a.user_id
