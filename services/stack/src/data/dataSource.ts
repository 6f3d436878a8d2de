/** What `npm start` can load. */
export type LoadableSource =
  | { kind: 'demo'; world: string; users: number; transactions: number; seed: number }
  | { kind: 'files'; preset?: string; mapping?: string; transactions: string[]; customers: string[] };

/** What the stack shows: what was loaded, or what somebody else put into this Elasticsearch. */
export type DataSource = LoadableSource | { kind: 'found' };

/** Says whether two sources are the same, so that demo rows never mix with a file's. */
export function sameSource(a: DataSource, b: DataSource): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

export function describeSource(source: DataSource): string {
  if (source.kind === 'demo') {
    const count = (value: number): string => value.toLocaleString('en');
    return `demo world "${source.world}", ${count(source.users)} customers, ${count(source.transactions)} transactions`;
  }
  if (source.kind === 'found') {
    return 'what was in Elasticsearch already';
  }
  const files = [...source.transactions, ...source.customers].map((path) => path.split('/').at(-1));
  return `${files.join(', ')}${source.preset ? ` (preset ${source.preset})` : ''}`;
}
