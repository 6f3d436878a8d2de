import { migrateOptions } from './migrations';
import { defaultOptions } from './types';

describe('options of any version', () => {
  it('get what a hand-written dashboard leaves out', () => {
    expect(migrateOptions({ options: {} })).toEqual(defaultOptions);
    expect(migrateOptions({ options: { mode: 'points', variables: { cluster: 'persona_filter' } } })).toEqual({
      ...defaultOptions,
      mode: 'points',
      variables: { ...defaultOptions.variables, cluster: 'persona_filter' },
    });
  });

  it('do not change when run again', () => {
    const once = migrateOptions({ options: { fields: { x: 'rfm.log_recency' }, showMarginals: false } });
    expect(migrateOptions({ options: once })).toEqual(once);
  });
});

describe('options of 0.1, where an axis was a column', () => {
  it('become a column and a scale where the column held logarithms', () => {
    const { axes, fields } = migrateOptions({ options: { fields: { x: 'rfm.log_recency', y: 'age' } } });
    expect(axes).toEqual({ x: { field: 'rfm.recency', scale: 'log1p' } });
    expect(fields).toEqual({ x: 'rfm.log_recency', y: 'age' });
  });

  it('leave an axis alone that was chosen since', () => {
    const axes = { x: { field: 'age', scale: 'linear' } } as const;
    expect(migrateOptions({ options: { fields: { x: 'rfm.log_recency' }, axes } }).axes).toEqual(axes);
  });

  it('get the names of the variables that came later', () => {
    const old = { cluster: 'c', xMin: 'a', xMax: 'b', yMin: 'd', yMax: 'e', detail: 'f' };
    expect(migrateOptions({ options: { variables: old } }).variables).toEqual({
      ...old,
      xField: 'x_field',
      yField: 'y_field',
      outline: 'outline',
      segment: 'saved_segment',
    });
  });
});
