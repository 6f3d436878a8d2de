import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { silentProgress } from '../progress';
import { openStateFolder } from '../stateFolder';
import { Store } from '../store/store';
import { UserError } from '../userError';
import { classifyFiles } from './classifyFiles';
import { checkMapping } from './loadMapping';
import { stageFiles } from './stageFiles';

const folder = mkdtempSync(join(tmpdir(), 'broken-files-'));
let store: Store;
beforeAll(async () => {
  store = await Store.open(openStateFolder(join(folder, 'state')));
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const mapping = checkMapping(
  {
    version: 1,
    world: 'test',
    timeZone: 'Asia/Seoul',
    currency: 'KRW',
    transactions: {
      fields: {
        transaction_id: 'id',
        timestamp: 'time',
        user_id: 'customer',
        amount: 'amount',
        type: 'type',
        merchant: 'shop',
        ip: 'ip',
      },
    },
  },
  'test.yml'
);
const now = new Date('2026-01-10T00:00:00Z');
const header = 'id,time,customer,amount,type,shop,ip\n';
const good = (n: number): string => `t${n},2026-01-0${n}T10:00:00Z,c${n},100,purchase,Corner,1.2.3.4\n`;

/** What reading a file of this content ends in: the error, or how many rows are valid and what was rejected. */
async function read(name: string, content: string | Buffer): Promise<unknown> {
  const path = join(folder, name);
  writeFileSync(path, content);
  return readFile(path);
}

async function readFile(path: string): Promise<unknown> {
  try {
    const files = await classifyFiles(store, { transactions: [path] }, mapping);
    const { read: rows, rejects } = await stageFiles(store, files, mapping, now, silentProgress);
    return {
      valid: rows - rejects.length,
      rejects: rejects.map(({ line, column, code, value }) => [line, column, code, value?.slice(0, 20)]),
    };
  } catch (error) {
    if (!(error instanceof UserError)) {
      throw error;
    }
    expect(error.message).not.toMatch(/\n|\bat \S+:\d+/);
    return { error: error.message.replaceAll(folder, ''), fix: error.fix?.replaceAll(folder, '') };
  }
}

const archive = gzipSync(header + Array.from({ length: 5_000 }, (_, i) => `t${i},2026-01-01T10:00:00Z,c${i * 7919},${i},purchase,Shop ${i * 31},\n`).join('')); // prettier-ignore

const endless = `${header}${good(1)}t2,2026-01-02T10:00:00Z,c2,100,purchase,${'x'.repeat(33e6)},\n${good(3)}`;

describe('rows that are rejected, each with its line, while the rest is read', () => {
  it.each<[string, string | Buffer, unknown[]]>([
    ['too few columns', header + good(1) + 't2,2026-01-02T10:00:00Z\n' + good(3), [[3, 'customer', 'too_few_columns', 't2,2026-01-02T10:00:']]], // prettier-ignore
    ['too many columns', header + good(1) + good(2).trimEnd() + ',surplus\n' + good(3), [[3, undefined, 'too_many_columns', 't2,2026-01-02T10:00:']]], // prettier-ignore
    ['quotes that do not match', header + good(1) + 't2,2026-01-02T10:00:00Z,c2,100,purchase,"Cor" ner,\n' + good(3), [[3, 'shop', 'bad_quotes', 't2,2026-01-02T10:00:']]], // prettier-ignore
    ['bytes of another encoding', Buffer.concat([Buffer.from(header + good(1) + 't2,2026-01-02T10:00:00Z,c2,100,purchase,'), Buffer.from([0xc4, 0xe3]), Buffer.from(',1.2.3.4\n' + good(3))]), [[3, 'shop', 'not_utf8', 't2,2026-01-02T10:00:']]], // prettier-ignore
    ['a cell of ten megabytes', header + good(1) + `t2,2026-01-02T10:00:00Z,c2,100,purchase,${'x'.repeat(10e6)},\n` + good(3), [[3, undefined, 'line_too_long', 't2,2026-01-02T10:00:']]], // prettier-ignore
    ['a cell above the text limit', header + good(1) + `t2,2026-01-02T10:00:00Z,c2,100,purchase,${'x'.repeat(2000)},\n` + good(3), [[3, 'shop', 'too_long', 'xxxxxxxxxxxxxxxxxxxx']]], // prettier-ignore
    ['a missing customer', header + good(1) + 't2,2026-01-02T10:00:00Z,,100,purchase,,\n' + good(3), [[3, 'customer', 'missing_user_id', undefined]]], // prettier-ignore
    ['an amount in words', header + good(1) + 't2,2026-01-02T10:00:00Z,c2,ten,purchase,,\n' + good(3), [[3, 'amount', 'not_a_number', 'ten']]], // prettier-ignore
    ['an amount without end', header + good(1) + 't2,2026-01-02T10:00:00Z,c2,1e400,purchase,,\n' + good(3), [[3, 'amount', 'not_a_number', '1e400']]], // prettier-ignore
    ['a huge amount', header + good(1) + 't2,2026-01-02T10:00:00Z,c2,99999999999999,purchase,,\n' + good(3), [[3, 'amount', 'out_of_range', '99999999999999']]], // prettier-ignore
    ['a negative amount that is no refund', header + good(1) + 't2,2026-01-02T10:00:00Z,c2,-5,purchase,,\n' + good(3), [[3, 'amount', 'negative_amount', '-5']]], // prettier-ignore
    ['an unknown type', header + good(1) + 't2,2026-01-02T10:00:00Z,c2,5,gift,,\n' + good(3), [[3, 'type', 'unknown_value', 'gift']]], // prettier-ignore
    ['a date in the future', header + good(1) + 't2,2027-01-02T10:00:00Z,c2,5,purchase,,\n' + good(3), [[3, 'time', 'future_time', '2027-01-02T10:00:00Z']]], // prettier-ignore
    ['a date that is none', header + good(1) + 't2,2026-02-30,c2,5,purchase,,\n' + good(3), [[3, 'time', 'not_a_time', '2026-02-30']]], // prettier-ignore
    ['a date before 1970', header + good(1) + 't2,1899-12-31,c2,5,purchase,,\n' + good(3), [[3, 'time', 'before_1970', '1899-12-31']]], // prettier-ignore
    ['an id that was there before', header + good(1) + good(1) + good(3), [[3, 'id', 'duplicate_id', 't1']]],
    ['an address that is none', header + good(1) + 't2,2026-01-02T10:00:00Z,c2,5,purchase,,1.2.3.999\n' + good(3), [[3, 'ip', 'not_an_ip', '1.2.3.999']]], // prettier-ignore
    ['a zero byte in a cell', header + good(1) + 't2,2026-01-02T10:00:00Z,c2,5,purchase,a\u0000b,\n' + good(3), [[3, 'shop', 'control_character', 'a\u0000b']]], // prettier-ignore
    ['a bad row after cells with line breaks and blank lines', header + 't1,2026-01-01T10:00:00Z,c1,5,purchase,"a\n\nb",\n\n' + 't2,2026-01-02T10:00:00Z,c2,ten,purchase,,\n' + good(3), [[6, 'amount', 'not_a_number', 'ten']]], // prettier-ignore
  ])('%s', async (name, content, rejects) => {
    expect(await read(`${name}.csv`, content)).toEqual({ valid: 2, rejects });
  });

  it('a line that is no JSON', async () => {
    const row = (id: string): string =>
      JSON.stringify({
        id,
        time: '2026-01-01T10:00:00Z',
        customer: 'c',
        amount: 5,
        type: 'purchase',
        shop: '',
        ip: null,
      });
    expect(await read('lines.jsonl', `${row('a')}\n{"id": \n${row('b')}\n`)).toEqual({
      valid: 2,
      rejects: [[2, undefined, 'bad_json', undefined]],
    });
  });
});

describe('files of which nothing is read, each with the reason and the fix', () => {
  it.each<[string, string | Buffer, string, string]>([
    ['empty.csv', '', '/empty.csv is empty.', 'Export it again.'],
    ['header.csv', header, '/header.csv has a header and no rows after line 1.', 'with its rows'],
    ['blank.csv', '\n\n\n', '/blank.csv, line 1: the header is empty.', 'column names'],
    ['missing.csv', 'id,time,customer,type,shop,ip\na,b,c,d,e,f\n', '/missing.csv, line 1: the column "amount" is missing', 'Add what is missing'], // prettier-ignore
    ['twice.csv', 'id,id\n1,2\n', '/twice.csv, line 1: the column "id" is there twice.', 'name of its own'],
    ['binary.csv', Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 37) % 256)), '/binary.csv is a binary file', 'Parquet'], // prettier-ignore
    ['sheet.csv', Buffer.from('PK\u0003\u0004rest of a workbook'), '/sheet.csv is a zip archive or an Excel workbook.', 'save the sheet as CSV'], // prettier-ignore
    ['utf16.csv', Buffer.from(`\uFEFF${header}${good(1)}`, 'utf16le'), '/utf16.csv is encoded in UTF-16', 'iconv -f UTF-16'], // prettier-ignore
    ['korean.csv', Buffer.concat([Buffer.from([0xc0, 0xcc, 0xb8, 0xa7]), Buffer.from(',b\n1,2\n')]), '/korean.csv, line 1: the header is not UTF-8.', 'iconv -f CP949'], // prettier-ignore
    ['cut.csv.gz', archive.subarray(0, archive.length / 2), '/cut.csv.gz is a damaged gzip archive: it ends or breaks in line ', 'Copy or export'], // prettier-ignore
    ['cut.parquet', Buffer.from('PAR1 and then nothing more'), '/cut.parquet is a truncated Parquet file', 'Copy or export'], // prettier-ignore
    ['open.csv', `${header}${good(1)}t2,2026-01-02T10:00:00Z,c2,5,purchase,"open,\n${good(3)}`, '/open.csv: a quote is opened and never closed', 'Close the quote'], // prettier-ignore
    ['ends.csv', header.replace('\n', '\r\n') + good(1) + good(2).replace('\n', '\r') + good(3), '/ends.csv cannot be read as a table: its lines end in more than one way.', "tr '\\r' '\\n'"], // prettier-ignore
    ['endless.csv', endless, `/endless.csv: a line is longer than 32 MB (it begins at byte ${header.length + good(1).length + 1})`, 'one row a line'], // prettier-ignore
    ['endless.csv.gz', gzipSync(endless), '/endless.csv.gz: a line is longer than 32 MB', 'one row a line'],
    ['array.json', '[\n1\n]', '/array.json has no line that is a JSON object', 'JSON lines'],
  ])('%s', async (name, content, error, fix) => {
    expect(await read(name, content)).toEqual({
      error: expect.stringContaining(error) as unknown,
      fix: expect.stringContaining(fix) as unknown,
    });
  });

  // Root may read everything, so only an ordinary user can see this one.
  (process.getuid?.() === 0 ? it.skip : it)('a file that only others may read', async () => {
    writeFileSync(join(folder, 'closed.csv'), header + good(1), { mode: 0o000 });
    expect(await readFile(join(folder, 'closed.csv'))).toMatchObject({
      error: '/closed.csv cannot be read.',
      fix: 'Check the path and its permissions.',
    });
  });

  it('a file that is not there, a folder, a loop of links and a pipe', async () => {
    mkdirSync(join(folder, 'a-folder.csv'));
    expect(await readFile(join(folder, 'nowhere.csv'))).toMatchObject({ error: '/nowhere.csv cannot be read.' });
    expect(await readFile(join(folder, 'a-folder.csv'))).toMatchObject({ error: '/a-folder.csv is not a file.' });
    symlinkSync(join(folder, 'b.csv'), join(folder, 'a.csv'));
    symlinkSync(join(folder, 'a.csv'), join(folder, 'b.csv'));
    expect(await readFile(join(folder, 'a.csv'))).toMatchObject({ error: '/a.csv cannot be read.' });
    execFileSync('mkfifo', [join(folder, 'pipe.csv')]);
    expect(await readFile(join(folder, 'pipe.csv'))).toMatchObject({
      error: '/pipe.csv is not a plain file.',
      fix: expect.stringContaining('into a file first') as unknown,
    });
    expect(await readFile(join(folder, 'no*.csv'))).toMatchObject({ error: 'No file matches /no*.csv.' });
  });
});

it('reads other delimiters, a byte order mark, Windows line ends and times without a zone in the mapping’s', async () => {
  const text = `\uFEFF${header}t1,2026-01-01 09:00:00,c1,5,,"a, ""b""",\n`.replaceAll('\n', '\r\n');
  expect(await read('windows.csv', text)).toEqual({ valid: 1, rejects: [] });
  const [row] = await store.rows<{ ts: Date; merchant: string }>('SELECT ts, merchant FROM staged_transactions');
  expect(row).toMatchObject({ ts: new Date('2026-01-01T00:00:00Z'), merchant: 'a, "b"' });
  expect(await read('semicolons.csv', header.replaceAll(',', ';') + good(1).replaceAll(',', ';'))).toEqual({
    valid: 1,
    rejects: [],
  });
});
