import { DocumentsHash } from './documentsHash';

const entry = (id: string, document: object): string =>
  `${JSON.stringify({ index: { _index: 'things-run-R1', _id: id } })}\n${JSON.stringify(document)}\n`;
const hashOf = (volatile: string[], ...bodies: string[]): string => {
  const hash = new DocumentsHash(volatile);
  bodies.forEach((body) => hash.addBody(body));
  return hash.toString();
};
const a = entry('a', { n: 1, at: '2026-01-01T00:00:00.000Z' });
const b = entry('b', { n: 2, at: '2026-01-01T00:00:00.000Z' });

it('is the same whatever the order and however documents are packed into bodies', () => {
  expect(hashOf([], b, a)).toBe(hashOf([], a + b));
  expect(hashOf([], a + b)).toMatch(/^documents:[0-9a-f]{64}$/);
});

it('is another one where a value, an id or the number of documents is another one', () => {
  const others = [a, a + b + b, a + entry('b', { n: 3 }), a + entry('c', { n: 2, at: '2026-01-01T00:00:00.000Z' })];
  expect(new Set([hashOf([], a + b), ...others.map((body) => hashOf([], body))]).size).toBe(5);
});

it('leaves out the run’s id and instant', () => {
  const later = (a + b).replaceAll('R1', 'R2').replaceAll('2026-01-01', '2026-02-02');
  expect(hashOf(['R2', '2026-02-02T00:00:00.000Z'], later)).toBe(hashOf(['R1', '2026-01-01T00:00:00.000Z'], a + b));
});
