-- Written by `npm run generate` from services/pipeline/src/analyze/spendView.ts.
SELECT user_id, transaction_id, coalesce(order_id, transaction_id) AS order_key, unix_micros(ts) / 1000000 AS seconds,
      extract(hour FROM from_utc_timestamp(ts, :zone)) AS local_hour, (weekday(from_utc_timestamp(ts, :zone)) + 1) AS iso_weekday,
      datediff(CAST(from_utc_timestamp(ts, :zone) AS DATE), DATE '1970-01-01') AS local_day,
      amount, CASE WHEN abs(amount) < 1e14 THEN CAST(round(amount * 1000) AS DECIMAL(18, 0)) END AS mills,
      CASE WHEN type IN ('purchase', 'bet', 'cash_advance') THEN 1 ELSE 0 END AS is_order,
      CASE WHEN type IN ('purchase', 'bet', 'cash_advance', 'refund', 'win') THEN 1 ELSE 0 END AS is_spend,
      CASE WHEN channel IN ('online', 'app', 'web', 'mobile') THEN 1e0 WHEN channel IS NOT NULL THEN 0e0 END AS online,
      merchant, category_large, category_mid, ip, country, lat, lon
    FROM transactions
