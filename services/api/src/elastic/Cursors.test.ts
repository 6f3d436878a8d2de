import { Cursors } from './Cursors';

describe('Cursors', () => {
  const cursors = new Cursors(Buffer.alloc(32, 1), 'anomalies');
  const cursor = { after: [0.9, 17], pit: 'abc' };
  const text = cursors.encode(cursor);
  const refusal = expect.objectContaining({ status: 400, code: 'cursor_unreadable' });

  it('gives back what it was given', () => expect(cursors.decode(text)).toEqual(cursor));

  it('refuses what was changed, cut, or made elsewhere', () => {
    const [content, seal] = text.split('.');
    const forged = Buffer.from(JSON.stringify({ ...cursor, pit: 'another' })).toString('base64url');
    const others = [new Cursors(Buffer.alloc(32, 2), 'anomalies'), new Cursors(Buffer.alloc(32, 1), 'interventions')];
    const wrong = [
      '',
      '.',
      content!,
      `${content}.`,
      `${forged}.${seal}`,
      ...others.map((other) => other.encode(cursor)),
    ];
    for (const one of wrong) {
      expect(() => cursors.decode(one)).toThrow(refusal);
    }
  });
});
