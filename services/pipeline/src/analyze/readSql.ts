import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceFolder } from '../sourceFolder';

/** The text of `sql/NAME.sql`, without a closing semicolon. */
export function readSql(name: string): string {
  return readFileSync(join(sourceFolder, 'analyze', 'sql', `${name}.sql`), 'utf8');
}
