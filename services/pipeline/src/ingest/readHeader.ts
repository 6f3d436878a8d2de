import { UserError } from '../userError';

const delimiters = [',', ';', '\t', '|'];

/** Column names and delimiter of a CSV file's first line. */
export function readHeader(path: string, head: Buffer): { header: string[]; delimiter: string } {
  const lineEnd = head.indexOf(10);
  const bytes = head.subarray(0, lineEnd < 0 ? head.length : lineEnd);
  const line = decode(path, bytes)
    .replace(/^\uFEFF/, '')
    .replace(/\r$/, '');
  if (line.trim() === '') {
    throw new UserError(`${path}, line 1: the header is empty.`, 'Put the column names into the first line.');
  }
  const delimiter = delimiters
    .map((candidate) => ({ candidate, fields: splitFields(line, candidate).length }))
    .reduce((best, next) => (next.fields > best.fields ? next : best)).candidate;
  const header = splitFields(line, delimiter).map((name) => name.trim());
  const twice = header.find((name, i) => header.indexOf(name) < i);
  if (twice !== undefined) {
    throw new UserError(
      `${path}, line 1: ${twice === '' ? 'two columns have no name' : `the column "${twice}" is there twice`}.`,
      'Give every column a name of its own.'
    );
  }
  if (lineEnd < 0 || head.subarray(lineEnd + 1).every((byte) => byte === 10 || byte === 13)) {
    throw new UserError(`${path} has a header and no rows after line 1.`, 'Export it again with its rows.');
  }
  return { header, delimiter };
}

function decode(path: string, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UserError(
      `${path}, line 1: the header is not UTF-8.`,
      `Convert it, e.g.: iconv -f CP949 -t UTF-8 ${path} > utf8.csv`,
      { cause }
    );
  }
}

function splitFields(line: string, delimiter: string): string[] {
  const fields: string[] = [];
  let field = '';
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const char = line[i]!;
    if (char === '"') {
      if (quoted && line[i + 1] === '"') {
        field += char;
        i++;
      } else {
        quoted = !quoted;
      }
    } else if (char === delimiter && !quoted) {
      fields.push(field);
      field = '';
    } else {
      field += char;
    }
  }
  return [...fields, field];
}
