import { join, resolve } from 'node:path';

/** Where things lie in one clone. */
export interface StackPaths {
  /** The clone. */
  root: string;
  /** Private and ignored by git: passwords, keys, data, logs. */
  state: string;
  logs: string;
  /** What runs now: processes and addresses. */
  stackFile: string;
  /** What data was loaded. */
  dataFile: string;
  /** Generated demo files. */
  demo: string;
}

export function stackPaths(root: string, env: NodeJS.ProcessEnv = process.env): StackPaths {
  const state = resolve(root, env.SPENDSCOPE_STATE_DIR || '.spendscope');
  return {
    root,
    state,
    logs: join(state, 'logs'),
    stackFile: join(state, 'stack.json'),
    dataFile: join(state, 'data.json'),
    demo: join(state, 'demo'),
  };
}
