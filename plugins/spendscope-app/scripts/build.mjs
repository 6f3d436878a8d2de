import fs from 'node:fs';
import path from 'node:path';
import { rspack } from '@rspack/core';
import configs from '../rspack.config.mjs';

const output = configs[0].output.path;
fs.rmSync(output, { recursive: true, force: true });
const compiler = rspack(configs);

function report(error, stats) {
  if (error) {
    process.stderr.write(`${error.stack ?? error}\n`);
    process.exitCode = 1;
    return;
  }
  const failed = stats.hasErrors();
  if (failed || stats.hasWarnings()) {
    process.stdout.write(`${stats.toString({ preset: 'errors-warnings', colors: process.stdout.isTTY })}\n`);
  }
  process.stdout.write(
    failed
      ? 'The plugin was not built.\n'
      : `Built ${configs.length} plugins into ${path.relative(process.cwd(), output)}/.\n`
  );
  process.exitCode = failed ? 1 : 0;
}

if (process.argv.includes('--watch')) {
  compiler.watch({}, report);
} else {
  compiler.run((error, stats) => {
    report(error, stats);
    compiler.close(() => undefined);
  });
}
