import { ensureClient } from './clientBuild';
import { configFromEnvironment } from './config';

const { clientDir } = configFromEnvironment();
const wasBuilt = await ensureClient(clientDir, process.env.NODE_ENV === 'development' ? 'development' : 'production');
process.stdout.write(wasBuilt ? 'The preview page is built.\n' : 'The preview page is up to date.\n');
