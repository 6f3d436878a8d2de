import path from 'node:path';
import { dashboardFiles, provisioningFiles, writeFiles } from '../../dashboards/src/build';
import { kibanaFiles } from '../../dashboards/src/kibana/savedObjects';
import { watchFiles } from '../../dashboards/src/watcher/watchFiles';
import { exampleCronJobs } from '../../services/pipeline/src/schedule/exampleCronJobs';
import { dataContractPage } from './dataContract';
import { kernelModule, kernels } from './kernels';
import { modelSchema } from './modelSchema';
import { sparkViews } from './sparkViews';

const root = path.resolve(import.meta.dirname, '../..');

await writeFiles(path.join(root, 'dashboards'), dashboardFiles());
await writeFiles(path.join(root, 'provisioning'), provisioningFiles());
await writeFiles(path.join(root, 'deploy/watcher'), watchFiles());
await writeFiles(path.join(root, 'deploy/kubernetes/cronjobs'), await exampleCronJobs(root));
await writeFiles(path.join(root, 'deploy/kibana'), kibanaFiles());
await writeFiles(path.join(root, 'docs'), {
  'data-contract.md': dataContractPage(),
  'model-file.schema.json': modelSchema(),
});
await writeFiles(path.join(root, 'deploy/spark/views'), sparkViews());
await writeFiles(
  path.join(root, 'packages/analytics/src'),
  Object.fromEntries(Object.entries(kernels).map(([name, file]) => [file, kernelModule(root, name)]))
);
