"""Each job of a Spendscope jobs file as a DAG of one task, which calls `spendscope schedule run JOB`.

The file is the scheduler's own: check a change with `spendscope schedule check FILE` before it is rolled out. The command
keeps the run on record, under the job's lease, so that Airflow beside a scheduler runs no job twice at a time.

SPENDSCOPE_JOBS_FILE  the jobs file (default: jobs.yaml beside this file)
SPENDSCOPE_HOME       where Spendscope's repository is, on the workers
ELASTICSEARCH_*, SPENDSCOPE_STATE_DIR  as for every command, in the workers' environment
"""

import os
import subprocess
from datetime import datetime, timedelta, timezone
from pathlib import Path

import yaml
from airflow.sdk import DAG, task
from airflow.timetables.trigger import CronTriggerTimetable

JOBS_FILE = Path(os.environ.get("SPENDSCOPE_JOBS_FILE", Path(__file__).with_name("jobs.yaml")))
HOME = os.environ.get("SPENDSCOPE_HOME", "/opt/spendscope")
# The scheduler's own default, packages/contracts/src/jobs/jobsFile.ts.
DEFAULT_TIMEOUT_SEC = 21_600


def dag_of(job: dict, file_zone: str) -> DAG:
    """The DAG of one job; what is not enabled is there, paused."""
    with DAG(
        dag_id=f"spendscope_{job['id']}",
        description=job.get("title"),
        schedule=CronTriggerTimetable(job["cron"], timezone=job.get("timeZone", file_zone)),
        start_date=datetime(2026, 1, 1, tzinfo=timezone.utc),
        # What was missed is made up for once, or not at all: never run by run.
        catchup=False,
        max_active_runs=1,
        is_paused_upon_creation=not job.get("enabled", True),
        tags=["spendscope"],
    ) as dag:

        @task(task_id="run", execution_timeout=timedelta(seconds=job.get("timeoutSec", DEFAULT_TIMEOUT_SEC) + 60))
        def run() -> None:
            # A list, not a line: no shell reads it.
            command = ["node", "services/pipeline/bin/spendscope.mjs"]
            subprocess.run([*command, "schedule", "--jobs", str(JOBS_FILE), "run", job["id"]], cwd=HOME, check=True)

        run()
    return dag


_content = yaml.safe_load(JOBS_FILE.read_text(encoding="utf-8"))
for _job in _content["jobs"]:
    globals()[f"spendscope_{_job['id'].replace('-', '_')}"] = dag_of(_job, _content.get("timeZone", "UTC"))
