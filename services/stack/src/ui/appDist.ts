import { join } from 'node:path';

/** Where the app plugin's build lies in a clone. */
export const appDist = (root: string): string => join(root, 'plugins', 'spendscope-app', 'dist');
