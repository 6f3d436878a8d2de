import { migrateOptions } from './migrations';
import { defaultOptions } from './types';

describe('migrateOptions', () => {
  it('fills what a hand-written dashboard leaves out', () => {
    expect(migrateOptions({ options: {} })).toEqual(defaultOptions);
    expect(migrateOptions({ options: { mode: 'points', variables: { cluster: 'segment' } } })).toEqual({
      ...defaultOptions,
      mode: 'points',
      variables: { ...defaultOptions.variables, cluster: 'segment' },
    });
  });

  it('changes nothing when run again', () => {
    const once = migrateOptions({ options: { fields: { x: 'age' }, showMarginals: false } });
    expect(migrateOptions({ options: once })).toEqual(once);
  });
});
