import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { asArray, asRecord, asText } from './narrow';

/** The built client's entry files, in the order in which the page needs them. */
export interface ClientFiles {
  scripts: string[];
  styles: string[];
}

export const manifestName = 'manifest.json';

/** @throws where the client has not been built */
export function readClientFiles(clientDir: string): ClientFiles {
  const file = path.join(clientDir, manifestName);
  if (!existsSync(file)) {
    throw new Error('The preview page is not built. Run "npm run build -w @spendscope/preview".');
  }
  const manifest = asRecord(JSON.parse(readFileSync(file, 'utf8')));
  return { scripts: asArray(manifest.scripts).map(asText), styles: asArray(manifest.styles).map(asText) };
}
