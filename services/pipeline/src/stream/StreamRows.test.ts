import { loadPreset } from '../ingest/loadMapping';
import { StreamRows } from './StreamRows';

const now = new Date('2026-03-01T00:00:00Z');
const good = {
  transaction_id: 'T-1',
  timestamp: '2026-02-28T12:00:00Z',
  customer_id: 'U1',
  amount: 12_000,
  currency: 'KRW',
  type: 'purchase',
  merchant: 'Corner "24"',
  ip: '203.0.113.9',
  lat: 37.5,
  lon: 127,
};

describe('messages as rows', () => {
  let rows: StreamRows;
  beforeAll(async () => {
    rows = await StreamRows.open(loadPreset('card'), ['transactions', 'actions']);
  });
  afterAll(() => rows.close());
  const read = (...messages: unknown[]) =>
    rows.read(
      'transactions',
      messages.map((message) => (message instanceof Uint8Array ? message : Buffer.from(JSON.stringify(message)))),
      now
    );

  it('gives what fits by our names and types', async () => {
    expect(await read(good)).toEqual([
      {
        row: {
          at: new Date('2026-02-28T12:00:00Z'),
          fields: {
            transaction_id: 'T-1',
            user_id: 'U1',
            amount: 12_000,
            currency: 'KRW',
            type: 'purchase',
            merchant: 'Corner "24"',
            ip: '203.0.113.9',
            lat: 37.5,
            lon: 127,
          },
        },
      },
    ]);
  });

  it('says of each other what is wrong with it, and keeps their order', async () => {
    const answers = await read(
      { ...good, amount: 'much' },
      good,
      Buffer.from('{"transaction_id": "T-2"'),
      Buffer.from([0xff, 0xfe, 0x7b]),
      { ...good, customer_id: '' },
      { ...good, timestamp: '2027-01-01T00:00:00Z' },
      { ...good, type: 'refund' },
      { ...good, ip: '300.1.1.1' },
      'only a text'
    );
    expect(answers.map((answer) => ('fault' in answer ? answer.fault.code : 'row'))).toEqual([
      'not_a_number',
      'row',
      'bad_json',
      'not_utf8',
      'missing_user_id',
      'future_time',
      'positive_refund',
      'not_an_ip',
      'missing_transaction_id',
    ]);
    expect(answers[0]).toEqual({
      fault: {
        column: 'amount',
        value: 'much',
        code: 'not_a_number',
        reason: expect.stringContaining('amount is not a number'),
      },
    });
  });

  it('remembers nothing from one batch to the next', async () => {
    await read(good, { ...good, amount: 'much' });
    expect(await read()).toEqual([]);
    expect(await read({ ...good, transaction_id: 'T-9' })).toMatchObject([
      { row: { fields: { transaction_id: 'T-9' } } },
    ]);
  });

  it('reads actions too, and refuses a mapping that numbers rows', async () => {
    const login = { action_id: 'A-1', timestamp: '2026-02-28T12:00:00Z', customer_id: 'U1', action: 'login' };
    expect(await rows.read('actions', [Buffer.from(JSON.stringify(login))], now)).toEqual([
      { row: { at: new Date('2026-02-28T12:00:00Z'), fields: { action_id: 'A-1', user_id: 'U1', action: 'login' } } },
    ]);
    await expect(StreamRows.open(loadPreset('online-retail'), ['transactions'])).rejects.toThrow('numbers rows');
    await expect(StreamRows.open(loadPreset('online-retail'), ['actions'])).rejects.toThrow('has no actions');
  });
});
