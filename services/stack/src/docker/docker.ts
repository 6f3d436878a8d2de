import { type RunCommand, runCommand } from '../process/command';

/** Version of the Docker engine that answers; undefined where there is none, whatever clients are installed. */
export async function dockerEngine(run: RunCommand = runCommand): Promise<string | undefined> {
  const result = await run('docker', ['info', '--format', '{{.ServerVersion}}'], { timeoutMs: 5_000 });
  const version = result.stdout.trim();
  return result.code === 0 && version ? version : undefined;
}

/** Whether `docker compose` works: the plugin is installed apart from the engine. */
export async function hasCompose(run: RunCommand = runCommand): Promise<boolean> {
  return (await run('docker', ['compose', 'version'], { timeoutMs: 5_000 })).code === 0;
}
