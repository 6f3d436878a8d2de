import { readFileSync } from 'node:fs';
import { Policy } from '@spendscope/contracts';
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
    for (const action of rule.actions) {
      const { maxDurationSec, targetTypes } = actionRegistry[action];
      if ((rule.maxDurationSec ?? 0) > maxDurationSec) {
        return `/rules/${position}/maxDurationSec is longer than ${action} may last (${maxDurationSec} s).`;
      }
      if (rule.targetTypes && !rule.targetTypes.some((type) => targetTypes.includes(type))) {
        return `/rules/${position}/targetTypes names no target of ${action} (${targetTypes.join(', ')}).`;
      }
    }
  }
  const names = (policy.alerts ?? []).map((alert) => alert.alertname);
  const twice = names.find((alertname, position) => names.indexOf(alertname) !== position);
  return twice === undefined ? undefined : `/alerts names "${twice}" twice.`;
}
