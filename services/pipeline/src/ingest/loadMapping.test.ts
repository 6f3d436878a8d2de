import { checkMapping, loadPreset, presetNames } from './loadMapping';

describe('presets', () => {
  test.each(presetNames())('%s is a valid mapping', (name) => {
    expect(loadPreset(name).world).toBe(name);
  });

  it('names the presets there are when asked for another', () => {
    expect(() => loadPreset('kard')).toThrow('There is no preset "kard".');
    expect(() => loadPreset('../../../package')).toThrow('There is no preset');
  });
});

describe('checkMapping', () => {
  const mapping = {
    version: 1,
    world: 'mine',
    timeZone: 'UTC',
    currency: 'EUR',
    customers: { fields: { user_id: 'id' } },
  };

  it('accepts the smallest mapping', () => {
    expect(checkMapping(mapping, 'my.yml')).toEqual(mapping);
  });

  it.each([
    [{ ...mapping, timeZone: 'Seoul' }, 'timeZone: "Seoul" is not an IANA time zone'],
    [{ ...mapping, currency: 'euro' }, 'wrong at currency'],
    [{ ...mapping, colour: 'red' }, 'my.yml is wrong'],
    [{ ...mapping, customers: { fields: { user_id: 'id', shoe_size: 's' } } }, 'there is no such field'],
    [{ ...mapping, customers: { fields: { age: 'a' } } }, 'user_id is required'],
    [{ ...mapping, customers: undefined }, 'it maps none of customers, transactions, actions'],
    [null, 'my.yml is wrong'],
  ])('refuses %j', (wrong, message) => {
    expect(() => checkMapping(wrong, 'my.yml')).toThrow(message);
  });
});
