import { requestedRows } from './truncation';

describe('requestedRows', () => {
  const query = (metric: object): { refId: string } => ({ refId: 'A', metrics: [metric] }) as { refId: string };

  it('reads the size, as text or number, of queries that list documents', () => {
    expect(requestedRows(query({ type: 'raw_data', settings: { size: '10000' } }))).toBe(10_000);
    expect(requestedRows(query({ type: 'raw_document', settings: { size: 20 } }))).toBe(20);
  });

  it('knows the default of the data source', () => {
    expect(requestedRows(query({ type: 'raw_data' }))).toBe(500);
  });

  it('is undefined for other queries', () => {
    expect(requestedRows(query({ type: 'count' }))).toBeUndefined();
    expect(requestedRows({ refId: 'A' })).toBeUndefined();
    expect(requestedRows(undefined)).toBeUndefined();
  });
});
