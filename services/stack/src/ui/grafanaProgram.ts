import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type RunCommand, runCommand } from '../process/command';
import { StackError } from '../stackError';

export interface GrafanaProgram {
  command: string;
  args: string[];
  version: string;
}

/** Oldest Grafana that loads the plugin. */
export const lowestGrafana = '12.3.0';

/** The Grafana that GRAFANA_HOME names, or the one on the PATH; undefined where there is neither. */
export async function findGrafana(
  env: NodeJS.ProcessEnv = process.env,
  run: RunCommand = runCommand
): Promise<GrafanaProgram | undefined> {
  const home = env.GRAFANA_HOME;
  if (home) {
    const command = join(home, 'bin', 'grafana');
    if (!existsSync(command)) {
      throw new StackError(
        `GRAFANA_HOME is ${home}, but ${command} is not there.`,
        'Set it to an unpacked Grafana, or unset it to use the preview host.'
      );
    }
    return described(command, ['server', '--homepath', home], run);
  }
  // Packages put their files in /usr/share/grafana, which `grafana server` does not find by itself.
  const packaged = '/usr/share/grafana';
  const args = existsSync(join(packaged, 'conf', 'defaults.ini')) ? ['server', '--homepath', packaged] : ['server'];
  return described('grafana', args, run);
}

async function described(command: string, args: string[], run: RunCommand): Promise<GrafanaProgram | undefined> {
  const result = await run(command, ['--version'], { timeoutMs: 10_000 });
  const version = /version (\d+\.\d+\.\d+)/.exec(result.stdout)?.[1];
  return result.code === 0 && version ? { command, args, version } : undefined;
}
