import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { asRecord, type UnknownRecord } from '../narrow';
import { expandEnvironment } from './environmentText';

/**
 * The YAML files of a provisioning folder, in order of their names, with the environment filled in.
 * @throws where one is not YAML, naming the file.
 */
export function readYamlFolder(folder: string, env: NodeJS.ProcessEnv): UnknownRecord[] {
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => {
      const file = path.join(folder, name);
      try {
        return asRecord(expandEnvironment(parse(readFileSync(file, 'utf8')), env));
      } catch (cause) {
        throw new Error(`${file} is not valid YAML.`, { cause });
      }
    });
}
