import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { type RunCommand, runCommand } from '../process/command';
import { StackError } from '../stackError';

export interface Certificates {
  caFile: string;
  certificateFile: string;
  keyFile: string;
}

const renewalDays = 30;
const lifetimeDays = 730;

export interface CertificateOptions {
  /** Unpacked Elasticsearch; its certutil makes the certificates. */
  home: string;
  javaHome: string;
  /** Private folder for the results. */
  folder: string;
  /** Any Elasticsearch configuration folder; certutil insists on one. */
  config: string;
  run?: RunCommand;
}

/** An authority of this clone's own and a certificate for localhost; made once, and again when it is about to expire. */
export async function ensureCertificates(options: CertificateOptions): Promise<Certificates> {
  const { folder } = options;
  const certificates = {
    caFile: join(folder, 'ca.crt'),
    certificateFile: join(folder, 'http.crt'),
    keyFile: join(folder, 'http.key'),
  };
  if (isFresh(certificates)) {
    return certificates;
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const days = ['--days', String(lifetimeDays)];
  await certutil(options, ['ca', ...days], ['ca.crt', 'ca.key']);
  await certutil(
    options,
    [
      'cert',
      ...days,
      ...['--name', 'http', '--dns', 'localhost', '--ip', '127.0.0.1'],
      ...['--ca-cert', certificates.caFile, '--ca-key', join(folder, 'ca.key')],
    ],
    ['http.crt', 'http.key']
  );
  // Nothing else is ever signed with it: what does not exist cannot leak.
  rmSync(join(folder, 'ca.key'));
  return certificates;
}

async function certutil(
  { home, javaHome, folder, config, run = runCommand }: CertificateOptions,
  args: readonly string[],
  wanted: readonly string[]
): Promise<void> {
  const out = join(folder, 'certutil.zip');
  rmSync(out, { force: true });
  const { PATH } = process.env;
  const result = await run(join(home, 'bin', 'elasticsearch-certutil'), [...args, '--silent', '--pem', '--out', out], {
    env: { PATH, ES_JAVA_HOME: javaHome, ES_PATH_CONF: config },
  });
  if (result.code !== 0 || !existsSync(out)) {
    throw new StackError(
      `Elasticsearch's certificates could not be made: ${(result.stderr || result.stdout).trim().split('\n')[0]}`,
      `Check that ${folder} is writable and the disk is not full, then start again.`
    );
  }
  const entries = Object.entries(unzipSync(readFileSync(out)));
  for (const name of wanted) {
    const content = entries.find(([path]) => path.endsWith(`/${name}`))?.[1];
    if (!content) {
      throw new Error(`certutil's archive lacks ${name}`);
    }
    writeFileSync(join(folder, name), content, { mode: 0o600 });
  }
  rmSync(out);
}

function isFresh({ caFile, certificateFile, keyFile }: Certificates): boolean {
  if (![caFile, certificateFile, keyFile].every((path) => existsSync(path))) {
    return false;
  }
  return [caFile, certificateFile].every((path) => daysLeft(readFileSync(path)) > renewalDays);
}

/** Days until the certificate (PEM) expires; negative afterwards. */
export function daysLeft(pem: Buffer | string, now: Date = new Date()): number {
  return (Date.parse(new X509Certificate(pem).validTo) - now.getTime()) / 86_400_000;
}
