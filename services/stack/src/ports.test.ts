import { readPorts } from './ports';

describe('readPorts', () => {
  it('has defaults and takes what is set', () => {
    expect(readPorts({ SPENDSCOPE_UI_PORT: '3100' })).toEqual({ elasticsearch: 9200, api: 8085, ui: 3100 });
  });

  it.each(['abc', '0', '70000', '1.5'])('refuses %s', (text) => {
    expect(() => readPorts({ SPENDSCOPE_API_PORT: text })).toThrow(`SPENDSCOPE_API_PORT is "${text}"`);
  });
});
