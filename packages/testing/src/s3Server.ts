import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { dependencyPlugin, freePort } from '@spendscope/stack';

const version = '4.11.0';
const readyMs = 150_000;

/** The jar of an S3 server (com.adobe.testing:s3mock), fetched once through Maven; undefined where it cannot be had. */
export function s3Jar(): string | undefined {
  const folder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'spendscope');
  const jar = join(folder, `s3mock-${version}-exec.jar`);
  if (existsSync(jar)) {
    return jar;
  }
  mkdirSync(folder, { recursive: true });
  const artifact = `com.adobe.testing:s3mock:${version}:jar:exec`;
  spawnSync('mvn', ['-B', '-q', `${dependencyPlugin}:copy`, `-Dartifact=${artifact}`, `-DoutputDirectory=${folder}`], {
    timeout: 240_000,
  });
  return existsSync(jar) ? jar : undefined;
}

export interface S3Server {
  endpoint: string;
  stop(): Promise<void>;
}

/** Starts it on a free port with a bucket, and waits until it answers. */
export async function startS3(jar: string, bucket: string): Promise<S3Server> {
  const [port, tls] = [await freePort(), await freePort()];
  const child: ChildProcess = spawn(
    'java',
    [
      '-Xmx256m',
      // Starts in half the time: it lives for seconds.
      '-XX:TieredStopAtLevel=1',
      '-Dserver.address=127.0.0.1',
      `-Dhttp.port=${port}`,
      `-Dserver.port=${tls}`,
      `-Dcom.adobe.testing.s3mock.store.initialBuckets=${bucket}`,
      '-jar',
      jar,
    ],
    { stdio: 'ignore' }
  );
  const endpoint = `http://127.0.0.1:${port}`;
  const until = Date.now() + readyMs;
  for (;;) {
    const answers = await fetch(`${endpoint}/${bucket}`, { method: 'HEAD' }).then(
      ({ status }) => status === 200,
      () => false
    );
    if (answers) {
      break;
    }
    if (child.exitCode !== null || Date.now() > until) {
      child.kill('SIGKILL');
      throw new Error(`The S3 server did not start (exit code ${child.exitCode}).`);
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return {
    endpoint,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}
