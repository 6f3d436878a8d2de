import { stringify } from 'yaml';
import { exitCodes } from '../exitCodes';
import { UserError } from '../userError';
import { type EntityName } from './mappingSchema';
import { probeFile } from './probeFile';
import { targets } from './targets';

/** Other names that columns have for our fields, compared without case, blanks and underscores. */
const synonyms: Record<string, readonly string[]> = {
  transaction_id: ['transactionid', 'txid', 'txnid', 'orderid', 'invoiceno', 'invoice', 'paymentid', 'id'],
  action_id: ['actionid', 'eventid', 'id'],
  timestamp: ['timestamp', 'time', 'datetime', 'date', 'createdat', 'invoicedate', 'orderedat', 'eventtime', 'ts'],
  user_id: ['userid', 'customerid', 'customer', 'clientid', 'playerid', 'memberid', 'accountid', 'user'],
  amount: ['amount', 'total', 'price', 'value', 'sum', 'revenue'],
  name: ['name', 'fullname', 'customername'],
  card: ['card', 'cardnumber', 'pan'],
  sex: ['sex', 'gender'],
  grade: ['grade', 'tier', 'level'],
  category_large: ['categorylarge', 'category', 'department'],
  category_mid: ['categorymid', 'subcategory', 'description', 'product'],
  merchant: ['merchant', 'shop', 'store', 'brand'],
  lat: ['lat', 'latitude'],
  lon: ['lon', 'lng', 'longitude'],
  ip: ['ip', 'ipaddress'],
  action: ['action', 'event', 'eventname', 'eventtype'],
  churned: ['churned', 'churn', 'label'],
};

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** A first mapping for a file: columns are matched by name, what stays open is named in comments. */
export async function inferMapping(files: readonly string[]): Promise<string> {
  const [path] = files;
  if (!path) {
    throw new UserError('--infer needs a file.', 'Run: spendscope ingest --infer FILE', { exitCode: exitCodes.usage });
  }
  const { header, format } = await probeFile(path);
  if (format === 'parquet') {
    throw new UserError('--infer reads CSV and JSON lines.', 'Write the mapping by hand: services/pipeline/README.md.');
  }
  const entity = guessEntity(header);
  const fields = matchFields(entity, header);
  const used = new Set(Object.values(fields));
  const open = Object.entries(targets[entity]).filter(([name, target]) => target.required && !fields[name]);
  const unused = header.filter((name) => !used.has(name));
  const notes = [
    `# First mapping for ${path}: check every line, then run`,
    '#   spendscope ingest --mapping THIS_FILE FILE',
    ...open.map(([name]) => `# REQUIRED and not found: ${entity}.fields.${name}`),
    ...(unused.length > 0 ? [`# Columns that nothing reads: ${unused.join(', ')}`] : []),
    `# Fields there are: ${Object.keys(targets[entity]).join(', ')}`,
  ];
  const mapping = { version: 1, world: 'mine', timeZone: 'UTC', currency: 'USD', [entity]: { fields } };
  return `${notes.join('\n')}\n${stringify(mapping)}`;
}

function guessEntity(header: readonly string[]): EntityName {
  const has = (field: string): boolean => Object.keys(matchFields('transactions', header)).includes(field);
  if (has('amount') && has('timestamp')) {
    return 'transactions';
  }
  return Object.keys(matchFields('actions', header)).includes('action') ? 'actions' : 'customers';
}

function matchFields(entity: EntityName, header: readonly string[]): Record<string, string> {
  const fields: Record<string, string> = {};
  const free = new Set(header);
  for (const [field, target] of Object.entries(targets[entity])) {
    const names = [plain(field), ...(synonyms[field] ?? [])];
    const column =
      names
        .map((name) => [...free].find((candidate) => plain(candidate) === name))
        .find((candidate) => candidate !== undefined) ?? (target.required ? byWord(names, free) : undefined);
    if (column !== undefined) {
      fields[field] = column;
      free.delete(column);
    }
  }
  return fields;
}

/** A column with one of the names as a word of its own, e.g. `dollar_value` for `value`; short words say too little. */
function byWord(names: readonly string[], free: ReadonlySet<string>): string | undefined {
  const telling = new Set(names.filter((name) => name.length > 3));
  return [...free].find((column) => column.split(/[^A-Za-z0-9]+/).some((word) => telling.has(plain(word))));
}
