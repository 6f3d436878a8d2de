import { channelOf } from './channelTokens';

const tokens = ['old-token-0123456789abcdef', 'new-token-0123456789abcdef'];

describe('channelOf', () => {
  it.each(tokens)('knows %s while both are valid', (token) => {
    expect(channelOf(`Bearer ${token}`, tokens)).toMatch(/^grafana:[0-9a-f]{8}$/);
  });

  it('names two tokens differently and never by themselves', () => {
    const [first, second] = tokens.map((token) => channelOf(`Bearer ${token}`, tokens));
    expect(first).not.toBe(second);
    expect(first).not.toContain('token');
  });

  it.each([undefined, '', 'Bearer ', 'Bearer', tokens[0], `Basic ${tokens[0]}`, `Bearer ${tokens[0]}x`, 'Bearer x'])(
    'refuses %p',
    (header) => expect(channelOf(header, tokens)).toBeUndefined()
  );
});
