import { portVariables } from '../../ports';
import { type Check, type CheckResult, type DoctorContext, ok, warn } from '../check';

const loopback = ['127.0.0.1', '::1'];

/** Who can reach our ports: addresses that are listened on and, where that is more than loopback, the firewall. */
export const checkBindAddress: Check = async (context) => {
  const open: string[] = [];
  for (const part of Object.keys(portVariables) as (keyof typeof portVariables)[]) {
    const holder = await context.portHolder(context.ports[part]);
    if (holder && !loopback.includes(holder.address)) {
      open.push(`${part} on ${holder.address}:${context.ports[part]}`);
    }
  }
  if (open.length === 0) {
    return [ok('Bind address', 'loopback only: reachable from this machine, whatever the firewall says')];
  }
  const fix = 'Unset SPENDSCOPE_UI_HOST, or keep it behind a reverse proxy with TLS.';
  return [warn('Bind address', `other machines can reach ${open.join(', ')}`, fix), await firewall(context)];
};

async function firewall({ run, ports }: DoctorContext): Promise<CheckResult> {
  const ufw = await run('ufw', ['status'], { timeoutMs: 5_000 });
  if (/Status: active/.test(ufw.stdout)) {
    const isAllowed = new RegExp(`^${ports.ui}(/tcp)?\\s+ALLOW`, 'm').test(ufw.stdout);
    return isAllowed
      ? ok('Firewall', `ufw lets port ${ports.ui} in`)
      : warn('Firewall', `ufw is active and does not name port ${ports.ui}`, `sudo ufw allow ${ports.ui}/tcp`);
  }
  const firewalld = await run('firewall-cmd', ['--list-ports'], { timeoutMs: 5_000 });
  if (firewalld.code === 0) {
    return firewalld.stdout.includes(`${ports.ui}/tcp`)
      ? ok('Firewall', `firewalld lets port ${ports.ui} in`)
      : warn('Firewall', `firewalld keeps port ${ports.ui} shut`, `sudo firewall-cmd --add-port=${ports.ui}/tcp`);
  }
  return ok('Firewall', 'neither ufw nor firewalld is active');
}
