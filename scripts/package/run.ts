import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { packRelease } from './packRelease';
import { tokenVariable } from './signPlugin';
import { sourceDate } from './sourceDate';

/** `npm run package [-- --root-urls URL,URL] [--out FOLDER]` */
const { values } = parseArgs({ options: { 'root-urls': { type: 'string' }, out: { type: 'string' } } });
const root = path.resolve(import.meta.dirname, '../..');
const out = path.resolve(values.out ?? path.join(root, 'dist/release'));

try {
  const { files, signed } = packRelease({
    root,
    seconds: sourceDate(root, process.env),
    rootUrls: values['root-urls'],
    environment: process.env,
  });
  if (!values.out) {
    rmSync(out, { recursive: true, force: true });
  }
  mkdirSync(out, { recursive: true });
  for (const [name, content] of files) {
    writeFileSync(path.join(out, name), content);
    console.log(`${path.relative(process.cwd(), path.join(out, name))}  ${Buffer.byteLength(content)} bytes`);
  }
  console.log(
    signed
      ? 'The plugin is signed by Grafana.'
      : `The plugin is NOT signed: set ${tokenVariable} to have Grafana sign it, or allow its ids by allow_loading_unsigned_plugins.`
  );
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
