import { isOurHost } from './requestGuards';

describe('isOurHost', () => {
  const ours = { host: '10.0.0.5', rootUrl: 'https://spendscope.example/' };

  it.each(['localhost:3000', '127.0.0.1', '[::1]:3000', '10.0.0.5:3000', 'Spendscope.example'])('knows %s', (host) => {
    expect(isOurHost(host, ours)).toBe(true);
  });

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '', undefined])('refuses %s', (host) => {
    expect(isOurHost(host, ours)).toBe(false);
  });
});
