import { passedOn } from '../start/passedOn';
import type { ServiceSpec } from '../supervisor/startService';
import { type UiInput, uiEnvironment } from './uiEnvironment';
import { uiService } from './uiService';

/** The preview host, from its sources. */
export function previewService(input: UiInput): ServiceSpec {
  return {
    ...uiService(input, 'preview'),
    command: process.execPath,
    args: ['--import', 'tsx', 'services/preview/src/server.ts'],
    env: { ...passedOn(), ...uiEnvironment(input) },
  };
}
