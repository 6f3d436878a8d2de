import { readFileSync } from 'node:fs';
import { Policy, type PolicyAct, type PolicyRule, actsOfPlainRule, formOfAct } from '@spendscope/contracts';
import Value from 'typebox/value';
import { YAMLParseError, parse } from 'yaml';
import { actionRegistry } from '../modules/actions/actionRegistry';

/** A policy that is not taken; the message names the place and the fix. */
export class PolicyFault extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'PolicyFault';
  }
}

/** Reads a policy file (YAML or JSON). @throws PolicyFault where it cannot be read or does not hold a policy */
export function readPolicyFile(file: string): Policy {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new PolicyFault(`${file} cannot be read. Check its path and mode.`, error);
  }
  return parsePolicy(text, file);
}

/** @throws PolicyFault that names the first thing that is wrong */
export function parsePolicy(text: string, name = 'policy'): Policy {
  let content: unknown;
  try {
    content = parse(text, { maxAliasCount: 0 });
  } catch (error) {
    const at = error instanceof YAMLParseError && error.linePos ? ` line ${error.linePos[0].line}:` : '';
    throw new PolicyFault(`${name}:${at} not YAML: ${(error as Error).message.split('\n')[0]}`, error);
  }
  if (!Value.Check(Policy, content)) {
    throw new PolicyFault(`${name}: ${firstError(content)}`);
  }
  const fault = contradiction(content);
  if (fault) {
    throw new PolicyFault(`${name}: ${fault}`);
  }
  return content;
}

function firstError(content: unknown): string {
  const [error] = Value.Errors(Policy, content);
  const extra = (error?.params as { additionalProperties?: string[] } | undefined)?.additionalProperties;
  const named = extra ? `: ${extra.join(', ')}` : '';
  return `${error?.instancePath || 'the file'} ${error?.message ?? 'is no policy'}${named}.`;
}

/** What fits the form and can still not be meant. */
function contradiction(policy: Policy): string | undefined {
  for (const [position, rule] of policy.rules.entries()) {
    const fault = faultOfActs(rule, policy.format ?? 1) ?? faultOfActions(rule);
    if (fault) {
      return `/rules/${position}${fault}`;
    }
  }
  const names = (policy.alerts ?? []).map((alert) => alert.alertname);
  const twice = names.find((alertname, position) => names.indexOf(alertname) !== position);
  return twice === undefined ? undefined : `/alerts names "${twice}" twice.`;
}

/** A condition that an act of the rule cannot have would be ignored silently, and the rule allow more than it seems to. */
function faultOfActs(
  { acts, actions, targetTypes, maxDurationSec, effect }: PolicyRule,
  format: number
): string | undefined {
  if (!acts) {
    return actions ? undefined : ' names neither acts nor actions. Name one of them.';
  }
  if (format < 2) {
    return '/acts needs format 2. Write "format: 2" beside the version, and rules for every act.';
  }
  const first = (cannot: (act: PolicyAct) => boolean): string | undefined => acts.find(cannot);
  const elsewhere = first((act) => !formOfAct(act).onIntervention);
  if (elsewhere && (actions || targetTypes)) {
    return `/${actions ? 'actions' : 'targetTypes'} cannot be of ${elsewhere}, which is on no intervention. Give it a rule of its own.`;
  }
  const timeless = first((act) => !formOfAct(act).lasts);
  if (timeless && maxDurationSec !== undefined) {
    return `/maxDurationSec cannot be of ${timeless}, which sets no time. Give it a rule of its own.`;
  }
  const unasked = first((act) => !actsOfPlainRule.includes(act));
  return unasked && effect === 'needs_approval'
    ? `/effect cannot be needs_approval for ${unasked}: only what is requested waits for a second person.`
    : undefined;
}

function faultOfActions({ actions = [], maxDurationSec = 0, targetTypes }: PolicyRule): string | undefined {
  for (const action of actions) {
    const definition = actionRegistry[action];
    if (maxDurationSec > definition.maxDurationSec) {
      return `/maxDurationSec is longer than ${action} may last (${definition.maxDurationSec} s).`;
    }
    if (targetTypes && !targetTypes.some((type) => definition.targetTypes.includes(type))) {
      return `/targetTypes names no target of ${action} (${definition.targetTypes.join(', ')}).`;
    }
  }
  return undefined;
}
