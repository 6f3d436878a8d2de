import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { asArray, asRecord, asText, type UnknownRecord } from '../narrow';

export interface Dashboard {
  uid: string;
  title: string;
  tags: string[];
  model: UnknownRecord;
}

/**
 * Every dashboard of a folder, by title. Read anew for each request, so that an edited file shows on reload.
 * @throws where a file is not JSON, naming it.
 */
export function readDashboards(folder: string): Dashboard[] {
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && name !== 'package.json' && name !== 'tsconfig.json')
    .map((name) => {
      const file = path.join(folder, name);
      let model: UnknownRecord;
      try {
        model = asRecord(JSON.parse(readFileSync(file, 'utf8')));
      } catch (cause) {
        throw new Error(`${file} is not valid JSON. Run "npm run generate".`, { cause });
      }
      return {
        uid: asText(model.uid) || path.basename(name, '.json'),
        title: asText(model.title) || name,
        tags: asArray(model.tags).map(asText),
        model,
      };
    })
    .sort((a, b) => a.title.localeCompare(b.title));
}
