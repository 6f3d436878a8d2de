import { portVariables } from '../../ports';
import { type Check, type CheckResult, type DoctorContext, fail, ok } from '../check';

/** Each port: free, ours, or whose. */
export const checkPorts: Check = (context) =>
  Promise.all((Object.keys(portVariables) as (keyof typeof portVariables)[]).map((part) => checkPort(part, context)));

async function checkPort(part: keyof typeof portVariables, context: DoctorContext): Promise<CheckResult> {
  const port = context.ports[part];
  const what = `Port ${port} (${part})`;
  if (await context.isPortFree(port)) {
    return ok(what, 'free');
  }
  const holder = await context.portHolder(port);
  if (context.ours.size > 0 && (!holder || isOurs(holder.pid, context))) {
    return ok(what, 'held by this stack');
  }
  const who = holder ? `held by ${holder.command} (process ${holder.pid})` : 'held by another user’s process';
  return fail(what, who, `Stop that program, or set ${portVariables[part]} to another port.`);
}

/** Servers may be children of the process that we started, such as Java behind its launcher. */
function isOurs(pid: number, { ours, readText }: DoctorContext): boolean {
  for (let current = pid, depth = 0; current > 1 && depth < 6; depth++) {
    if (ours.has(current)) {
      return true;
    }
    const parent = /^PPid:\s*(\d+)/m.exec(readText(`/proc/${current}/status`) ?? '')?.[1];
    current = Number(parent ?? 0);
  }
  return false;
}
