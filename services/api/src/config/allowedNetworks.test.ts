import { allowedNetworks, isAllowed } from './allowedNetworks';

const listOf = (text: string) => allowedNetworks({ SPENDSCOPE_ALLOWED_NETWORKS: text });

describe('the networks that calls are taken from', () => {
  it.each([
    ['10.1.0.0/16', '10.1.255.3', true],
    ['10.1.0.0/16', '::ffff:10.1.255.3', true],
    ['10.1.0.0/16', '10.2.0.1', false],
    ['127.0.0.1, ::1', '::1', true],
    ['127.0.0.1', '127.0.0.2', false],
    ['fd00::/8', 'fd12::1', true],
    ['fd00::/8', '10.0.0.1', false],
    ['0.0.0.0/0', 'no address', false],
  ])('%s: %s → %s', (text, address, expected) => {
    expect(isAllowed(listOf(text)!, address)).toBe(expected);
  });

  it('are all where none is named', () => {
    expect(listOf(' , ')).toBeUndefined();
  });

  it.each(['10.1.0.0/33', 'localhost', '10.1', '::/129', '10.0.0.0/8/8'])('are not %s', (text) => {
    expect(() => listOf(text)).toThrow(`SPENDSCOPE_ALLOWED_NETWORKS holds "${text}"`);
  });
});
