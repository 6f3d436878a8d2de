import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { inferMapping } from './inferMapping';
import { checkMapping } from './loadMapping';

const folder = mkdtempSync(join(tmpdir(), 'infer-mapping-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

it('writes a mapping that can be used as it is where the names tell enough', async () => {
  const path = file('sales.csv', 'Order ID,Customer ID,Order date,total_amount,Colour\n1,2,2026-01-01,3,red\n');
  const text = await inferMapping([path]);
  expect(checkMapping(parse(text), path).transactions!.fields).toEqual({
    transaction_id: 'Order ID',
    timestamp: 'Order date',
    user_id: 'Customer ID',
    amount: 'total_amount',
  });
  expect(text).toContain('# Columns that nothing reads: Colour');
});

it('says what it did not find', async () => {
  const path = file('cds.csv', 'customer_id,date,number_of_cds,dollar_value\n1,1997-01-01,1,11.77\n');
  const text = await inferMapping([path]);
  expect(text).toContain('# REQUIRED and not found: transactions.fields.transaction_id');
  expect((parse(text) as { transactions: object }).transactions).toEqual({
    fields: { timestamp: 'date', user_id: 'customer_id', amount: 'dollar_value' },
  });
});
