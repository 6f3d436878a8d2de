export { exitCodes, type ExitCode } from './exitCodes';
export { runCli } from './cli';
