import {
  type OrgRole,
  type Policy,
  type PolicyAct,
  type PolicySimulation,
  actionNames,
  formOfAct,
  orgRoles,
  policyActNames,
} from '@spendscope/contracts';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { say } from '../terminal';
import { UserError } from '../userError';

const service = () => import('@spendscope/api');

interface SimulateFlags {
  login: string;
  role: OrgRole;
  act: PolicyAct;
  action?: PolicySimulation['cases'][number]['action'];
  duration?: number;
  permanent?: boolean;
}

export function addPolicy(program: Command): void {
  const policy = program.command('policy').description('Check a policy file, or ask what it would decide.');

  policy
    .command('check <file>')
    .description('Say whether the service would take this file.')
    .action(async (file: string) => {
      const { version, rules, format = 1 } = await read(file);
      say(`${file}: version ${version}, ${rules.length} rules. The service would take it.`);
      if (format < 2) {
        say(
          'Its rules decide asking and extending; every other act goes by the right alone. With "format: 2" they decide all.'
        );
      }
    });

  policy
    .command('simulate <file>')
    .description('Say what the policy decides on one act.')
    .requiredOption('--login <login>', 'who would act')
    .addOption(new Option('--role <role>', 'their role in Grafana').choices(orgRoles).makeOptionMandatory())
    .addOption(new Option('--act <act>', 'what they would do').choices(policyActNames).default('request'))
    .addOption(new Option('--action <action>', 'of which intervention').choices(actionNames))
    .option('--duration <seconds>', 'how long it would last (default: the action’s own)', seconds)
    .option('--permanent', 'until released')
    .action(async (file: string, { duration, ...flags }: SimulateFlags) => {
      if (formOfAct(flags.act).onIntervention && !flags.action) {
        throw new UserError(`${flags.act} is judged by the intervention’s action.`, 'Give --action.');
      }
      const { simulatePolicy } = await service();
      const one = { ...flags, ...(duration ? { durationSec: duration } : {}) };
      say(JSON.stringify(simulatePolicy(await read(file), [one]).verdicts[0]));
    });
}

async function read(file: string): Promise<Policy> {
  const { PolicyFault, readPolicyFile } = await service();
  try {
    return readPolicyFile(file);
  } catch (error) {
    throw error instanceof PolicyFault
      ? new UserError(error.message, 'See docs/operations.md for the form of a policy.', { cause: error })
      : error;
  }
}

function seconds(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 60) {
    throw new InvalidArgumentError('Give whole seconds, at least 60.');
  }
  return value;
}
