import { type StackPorts, portVariables } from '../ports';
import { type PortHolder, findPortHolder, isPortFree } from '../process/portHolder';
import { StackError } from '../stackError';

export interface PortProbes {
  isFree: (port: number) => Promise<boolean>;
  holder: (port: number) => Promise<PortHolder | undefined>;
}

const realProbes: PortProbes = { isFree: isPortFree, holder: findPortHolder };

/** @throws StackError naming who holds the first taken port, and the variable that changes it */
export async function assertPortsFree(
  ports: StackPorts,
  wanted: readonly (keyof StackPorts)[],
  probes: PortProbes = realProbes
): Promise<void> {
  for (const part of wanted) {
    const port = ports[part];
    if (!(await probes.isFree(port))) {
      throw portTaken(part, port, await probes.holder(port));
    }
  }
}

function portTaken(part: keyof StackPorts, port: number, holder: PortHolder | undefined): StackError {
  const who = holder ? `${holder.command} (process ${holder.pid})` : 'another user’s process';
  return new StackError(
    `Port ${port} is taken by ${who}.`,
    `Stop that program, or choose another port: ${portVariables[part]}=${port + 1} npm start`
  );
}
