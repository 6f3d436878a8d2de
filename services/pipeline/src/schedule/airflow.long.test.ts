import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pythonPackages } from '@spendscope/testing';
import { sourceFolder } from '../sourceFolder';

const deploy = resolve(sourceFolder, '..', '../../deploy');
const programs = pythonPackages('airflow', ['apache-airflow-core==3.0.6', 'apache-airflow-task-sdk==1.0.6', 'pyyaml==6.0.2']); // prettier-ignore
const home = mkdtempSync(join(tmpdir(), 'spendscope-airflow-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const script = `
import json
from airflow.models.dagbag import DagBag
bag = DagBag(dag_folder=${JSON.stringify(join(deploy, 'airflow', 'spendscope_jobs.py'))}, include_examples=False)
print("RESULT " + json.dumps({
    "errors": {name: text[-400:] for name, text in bag.import_errors.items()},
    "dags": {
        name: [dag.timetable.summary, str(dag.timetable._timezone), dag.is_paused_upon_creation, dag.catchup, [task.task_id for task in dag.tasks]]
        for name, dag in bag.dags.items()
    },
}))
`;

(programs ? it : it.skip)('is taken by Airflow’s DagBag, with the schedules and zones of the jobs file', () => {
  const { stdout, stderr, status } = spawnSync(join(programs!, 'python'), ['-c', script], {
    encoding: 'utf8',
    env: {
      ...process.env,
      AIRFLOW_HOME: home,
      AIRFLOW__CORE__LOAD_EXAMPLES: 'False',
      SPENDSCOPE_JOBS_FILE: join(deploy, 'jobs', 'demo.yaml'),
    },
  });
  expect([status, status === 0 ? '' : stderr.slice(-2_000)]).toEqual([0, '']);
  const result = /^RESULT (.*)$/m.exec(stdout)?.[1] ?? '{}';
  expect(JSON.parse(result)).toEqual({
    errors: {},
    dags: {
      'spendscope_nightly-analyze': ['30 2 * * *', expect.stringContaining('Asia/Seoul'), false, false, ['run']],
      'spendscope_weekly-evaluate': ['0 4 * * 1', expect.stringContaining('Asia/Seoul'), true, false, ['run']],
      'spendscope_weekly-retrain': ['0 5 * * 1', expect.stringContaining('Asia/Seoul'), false, false, ['run']],
      'spendscope_hourly-models': ['15 * * * *', expect.stringContaining('Asia/Seoul'), false, false, ['run']],
    },
  });
});
