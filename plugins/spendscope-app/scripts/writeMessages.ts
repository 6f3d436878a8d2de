import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { appId } from '@spendscope/contracts';
import { type MessageTree, flatten, messagesInSources, nest } from './messages';

/**
 * `npm run messages -w @spendscope/app`: writes the English texts from the sources, keeps the Korean ones that are
 * still asked for, and says which are missing.
 */
const source = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'src');
const fileOf = (language: string): string => path.join(source, 'locales', language, `${appId}.json`);
const write = (language: string, messages: Record<string, string>): void =>
  fs.writeFileSync(fileOf(language), `${JSON.stringify(nest(messages), null, 2)}\n`);

const english = messagesInSources(source);
const korean = flatten(JSON.parse(fs.readFileSync(fileOf('ko-KR'), 'utf8')) as MessageTree);
// Korean has one plural form.
const asked = Object.keys(english).filter((key) => !key.endsWith('_one'));
write('en-US', english);
write('ko-KR', Object.fromEntries(asked.flatMap((key) => (korean[key] ? [[key, korean[key]]] : []))));
const missing = asked.filter((key) => !korean[key]);
process.stdout.write(
  missing.length ? `Korean is missing:\n${missing.join('\n')}\n` : 'Every text is there in both languages.\n'
);
