import { Command } from 'commander';
import { addAnalyze } from './analyze';

it('names the forms of a churn threshold where another one is given', async () => {
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  addAnalyze(program, new AbortController().signal);
  program.commands[0]!.exitOverride().configureOutput({ writeErr: () => undefined });
  const given = program.parseAsync(['node', 'spendscope', 'analyze', '--churn-threshold', 'recall:2']);
  await expect(given).rejects.toThrow('Give f1, recall:FLOOR such as recall:0.8, or cost:MISSED:FALSE_ALARM');
});
