import { migrateOptions } from './migrations';
import { defaultOptions } from './types';

describe('migrateOptions', () => {
  it('fills what is missing and keeps what is set', () => {
    expect(migrateOptions({ options: {} })).toEqual(defaultOptions);
    expect(migrateOptions({ options: { clusterVariable: 'segment' } })).toEqual({
      ...defaultOptions,
      clusterVariable: 'segment',
    });
  });

  it('changes nothing when run again', () => {
    const once = migrateOptions({ options: { clusterValue: 'number' } });
    expect(migrateOptions({ options: once })).toEqual(once);
  });
});
