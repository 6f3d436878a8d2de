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

  it('keeps the pictures of a table of 0.1 closed, which had none', () => {
    const of01 = { top: 50, minScore: 0.9, showActions: true };
    expect(migrateOptions({ options: of01 })).toEqual({ ...of01, showMap: false, showTimeline: false });
  });

  it('changes nothing when run again', () => {
    const once = migrateOptions({ options: { showActions: false } });
    expect(migrateOptions({ options: once })).toEqual(once);
  });
});
