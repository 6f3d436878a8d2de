import { resolve } from 'node:path';
import { environment } from '@spendscope/contracts';
import { type Command, InvalidArgumentError } from 'commander';
import type { GlobalOptions } from '../program';
import { say, tell } from '../terminal';
import { UserError } from '../userError';

/** The service is loaded only by the commands that speak of it: most of what the pipeline does needs none of it. */
const service = () => import('@spendscope/api');

const stateDirOf = (program: Command): string =>
  resolve(program.opts<GlobalOptions>().stateDir ?? process.env[environment.stateDir] ?? '.spendscope');

function recordNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) {
    throw new InvalidArgumentError('A record has a whole number, from 0 on.');
  }
  return Number(text);
}

export function addAudit(program: Command): void {
  const audit = program.command('audit').description('Check or export the audit log, past the service that writes it.');

  audit
    .command('verify')
    .description('Recompute the chain and hold it to its signed checkpoints; exit code 1 where something was changed.')
    .option('--public-key <file>', 'PEM of the public key, for who checks without being able to sign')
    .option('--from <number>', 'first record of a range; without a range, the whole log', recordNumber)
    .option('--to <number>', 'last record of a range', recordNumber)
    .action(async ({ publicKey, ...range }: { publicKey?: string; from?: number; to?: number }) => {
      const { verifyAuditLog } = await service();
      const verdict = await verifyAuditLog({ stateDir: stateDirOf(program), publicKeyFile: publicKey }, range);
      say(JSON.stringify(verdict));
      if (verdict.firstBreak) {
        const { kind, block, detail } = verdict.firstBreak;
        throw new UserError(
          `The audit log was tampered with (${kind}, block ${block}): ${detail}`,
          'Keep the index and the checkpoints as they are, and have it investigated.'
        );
      }
      tell(`${verdict.records} records in ${verdict.blocks} blocks hold; ${verdict.checkpoints} checkpoints match.`);
      if (verdict.range) {
        tell(verdict.range.proves);
      }
    });

  audit
    .command('export')
    .description('Write every block as a JSON line to standard output, oldest first.')
    .action(async () => {
      const { exportAuditLog } = await service();
      for await (const line of exportAuditLog()) {
        say(line);
      }
    });

  audit
    .command('public-key')
    .description('Print the public key of the checkpoints, for an auditor.')
    .action(async () => {
      const { publicKeyOf } = await service();
      say(publicKeyOf(stateDirOf(program)).trim());
    });
}
