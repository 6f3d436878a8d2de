#!/usr/bin/env node
// Loaded before tsx is registered, which would look at each of their hundreds of files: that takes a third of the start.
import 'typebox';
import 'typebox/value';
import { register } from 'tsx/esm/api';

register();
const { runCli } = await import('../src/cli.ts');
process.exitCode = await runCli(process.argv);
