import { environment } from '@spendscope/contracts';
import { StackError } from './stackError';

export interface StackPorts {
  elasticsearch: number;
  api: number;
  ui: number;
}

/** The variable that changes each port. */
export const portVariables: Record<keyof StackPorts, string> = {
  elasticsearch: environment.esPort,
  api: environment.apiPort,
  ui: environment.uiPort,
};

const defaults: StackPorts = { elasticsearch: 9200, api: 8085, ui: 3000 };

/** @throws StackError where a variable does not hold a port */
export function readPorts(env: NodeJS.ProcessEnv = process.env): StackPorts {
  return {
    elasticsearch: readPort('elasticsearch', env),
    api: readPort('api', env),
    ui: readPort('ui', env),
  };
}

function readPort(part: keyof StackPorts, env: NodeJS.ProcessEnv): number {
  const name = portVariables[part];
  const text = env[name];
  if (!text) {
    return defaults[part];
  }
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new StackError(`${name} is "${text}", which is not a port.`, `Set ${name} to a number from 1 to 65535.`);
  }
  return port;
}
