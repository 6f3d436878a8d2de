-- Written by `npm run generate` from services/pipeline/src/analyze/spendView.ts.
SELECT user_id, action, datediff(CAST(from_utc_timestamp(ts, :zone) AS DATE), DATE '1970-01-01') AS local_day FROM actions
