"""Customers' features on Spark, from the very SQL that the pipeline runs on DuckDB.

    spark-submit customer_features.py --transactions s3a://bank/transactions --actions s3a://bank/actions \\
        --zone Asia/Seoul --out s3a://bank/features

Reads Parquet with the columns of the store's tables `transactions` and `actions` (services/pipeline/src/store/schema.ts;
timestamps in UTC) and writes one folder of Parquet for each file of SQL: customer_features, customer_actions,
customer_rfm, purchase_days, top_category. A folder is whole when it holds the file `_SUCCESS`.
"""

import argparse
from pathlib import Path

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.functions import col

HERE = Path(__file__).resolve().parent
FEATURES = ("customer_features", "customer_actions", "customer_rfm", "purchase_days", "top_category")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--transactions", required=True, help="Parquet file or folder")
    parser.add_argument("--actions", required=True, help="Parquet file or folder")
    parser.add_argument("--zone", required=True, help="the business time zone, e.g. Asia/Seoul")
    parser.add_argument("--out", required=True, help="folder to write into; what it held of these tables is replaced")
    parser.add_argument(
        "--sql",
        type=Path,
        default=HERE.parent.parent / "services" / "pipeline" / "src" / "analyze" / "sql",
        help="folder of the feature files",
    )
    return parser.parse_args()


def rows(spark: SparkSession, path: str) -> DataFrame:
    """Timestamps without a zone are UTC, as is the session."""
    return spark.read.parquet(path).withColumn("ts", col("ts").cast("timestamp"))


def main() -> None:
    options = arguments()
    spark = SparkSession.builder.appName("spendscope-features").getOrCreate()
    spark.conf.set("spark.sql.session.timeZone", "UTC")
    rows(spark, options.transactions).createOrReplaceTempView("transactions")
    rows(spark, options.actions).createOrReplaceTempView("actions")
    for view in ("spend", "action_log"):
        select = (HERE / "views" / f"{view}.sql").read_text(encoding="utf-8")
        spark.sql(select, args={"zone": options.zone}).createOrReplaceTempView(view)
    for name in FEATURES:
        query = (options.sql / f"{name}.sql").read_text(encoding="utf-8")
        spark.sql(query).write.mode("overwrite").parquet(f"{options.out}/{name}")
    spark.stop()


if __name__ == "__main__":
    main()
