import { runDoctor } from './doctor/doctorCommand';
import { complain, describeError } from './terminal';

// `npm run doctor [-- --json]`: ends with 1 where something has to be mended.
runDoctor({ json: process.argv.includes('--json') }).then(
  (isWell) => process.exit(isWell ? 0 : 1),
  (error: unknown) => {
    complain(describeError(error));
    process.exit(1);
  }
);
