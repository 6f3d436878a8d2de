import path from 'node:path';
import { dashboardFiles, provisioningFiles, writeFiles } from './build';

const root = path.resolve(import.meta.dirname, '../..');

await writeFiles(path.join(root, 'dashboards'), dashboardFiles());
await writeFiles(path.join(root, 'provisioning'), provisioningFiles());
