import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Value } from 'typebox/value';
import { parse } from 'yaml';
import { exitCodes } from '../exitCodes';
import { UserError } from '../userError';
import { Mapping, entityNames } from './mappingSchema';
import { presetFolder } from './presetFolder';
import { targets } from './targets';

export function presetNames(): string[] {
  return readdirSync(presetFolder)
    .filter((file) => file.endsWith('.yml'))
    .map((file) => file.replace(/\.yml$/, ''))
    .sort();
}

/** @throws UserError with the presets there are. */
export function loadPreset(name: string): Mapping {
  const path = join(presetFolder, `${name}.yml`);
  if (dirname(path) !== presetFolder || !existsSync(path)) {
    throw new UserError(`There is no preset "${name}".`, `Use one of ${presetNames().join(', ')}, or --mapping FILE.`, {
      exitCode: exitCodes.usage,
    });
  }
  return readMapping(path);
}

/** Reads a mapping file. @throws UserError that names the place in the file. */
export function readMapping(path: string): Mapping {
  let parsed: unknown;
  try {
    parsed = parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    throw new UserError(`The mapping ${path} cannot be read: ${detail}`, 'Mend the file, or make one with --infer.', {
      cause,
      exitCode: exitCodes.usage,
    });
  }
  return checkMapping(parsed, path);
}

export function checkMapping(parsed: unknown, path: string): Mapping {
  const wrong = (place: string, what: string): never => {
    throw new UserError(`The mapping ${path} is wrong at ${place}: ${what}.`, 'See services/pipeline/README.md.', {
      exitCode: exitCodes.usage,
    });
  };
  if (!Value.Check(Mapping, parsed)) {
    const error = Value.Errors(Mapping, parsed)[0];
    return wrong(error?.instancePath.slice(1).replaceAll('/', '.') || 'its top', error?.message ?? 'not a mapping');
  }
  try {
    new Intl.DateTimeFormat('en', { timeZone: parsed.timeZone });
  } catch {
    wrong('timeZone', `"${parsed.timeZone}" is not an IANA time zone`);
  }
  const entities = entityNames.filter((name) => parsed[name]);
  if (entities.length === 0) {
    wrong('its top', `it maps none of ${entityNames.join(', ')}`);
  }
  for (const entity of entities) {
    const { fields } = parsed[entity]!;
    for (const field of Object.keys(fields)) {
      if (!targets[entity][field]) {
        wrong(
          `${entity}.fields.${field}`,
          `there is no such field; there are ${Object.keys(targets[entity]).join(', ')}`
        );
      }
    }
    for (const [field, target] of Object.entries(targets[entity])) {
      if (target.required && !fields[field]) {
        wrong(`${entity}.fields`, `${field} is required`);
      }
    }
  }
  return parsed;
}
