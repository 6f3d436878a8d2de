import { join } from 'node:path';
import type { ServiceSpec } from '../supervisor/startService';
import { answersOk } from './httpReady';
import type { UiInput } from './uiEnvironment';

/** What every kind of UI has in common as a service; both Grafana and the preview host answer /api/health. */
export function uiService(input: UiInput, name: string): Pick<ServiceSpec, 'name' | 'cwd' | 'logFile' | 'ready'> {
  return {
    name,
    cwd: input.paths.root,
    logFile: join(input.paths.logs, `${name}.log`),
    ready: () => answersOk(`http://127.0.0.1:${input.port}/api/health`),
  };
}
