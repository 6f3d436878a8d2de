import { migrateOptions } from './migrations';
import { defaultOptions } from './types';

describe('migrateOptions', () => {
  it('fills what is missing and keeps what is set', () => {
    expect(migrateOptions({ options: {} })).toEqual(defaultOptions);
    expect(migrateOptions({ options: { top: 50, fields: { score: 'risk' } } })).toEqual({
      ...defaultOptions,
      top: 50,
      fields: { score: 'risk' },
    });
  });

  it('changes nothing when run again', () => {
    const once = migrateOptions({ options: { showActions: false } });
    expect(migrateOptions({ options: once })).toEqual(once);
  });
});
