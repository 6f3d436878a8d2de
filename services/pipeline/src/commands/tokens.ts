import type { Command } from 'commander';
import { say, tell } from '../terminal';

export function addTokens(program: Command): void {
  program
    .command('tokens')
    .description('Rotate the channel token between Grafana and the service.')
    .command('rotate')
    .description('Add a new token before the one in use; with --finish, drop the older one.')
    .requiredOption('--file <file>', 'what SPENDSCOPE_CHANNEL_TOKENS_FILE of the service names')
    .option('--finish', 'Grafana sends the new one: the old one is valid no more')
    .action(async ({ file, finish }: { file: string; finish?: boolean }) => {
      const { beginRotation, finishRotation } = await import('@spendscope/api');
      const { tokens, newest } = finish ? finishRotation(file) : beginRotation(file);
      if (finish) {
        tell('One token is valid now. The service follows within two seconds.');
        return;
      }
      say(newest);
      tell(
        tokens.length === 2
          ? 'Both tokens are valid. Give the new one to Grafana (SPENDSCOPE_CHANNEL_TOKEN), then run this with --finish.'
          : 'This is the first token. Give it to Grafana (SPENDSCOPE_CHANNEL_TOKEN).'
      );
    });
}
