import { FieldType, toDataFrame } from '@grafana/data';
import { unscaleLogColumns } from './unscaleLogColumns';

describe('unscaleLogColumns', () => {
  it('reads hundredths of a decade, as text or number, as decades', () => {
    const frame = toDataFrame({
      fields: [
        { name: 'rfm.log100_recency', type: FieldType.string, values: ['105', '110'] },
        { name: 'rfm.log100_monetary', type: FieldType.number, values: [600, 610] },
        { name: 'Count', type: FieldType.number, values: [3, 4] },
      ],
    });
    const { fields } = unscaleLogColumns(frame);
    expect(fields.map(({ name, type, values }) => [name, type, Array.from(values)])).toEqual([
      ['rfm.log_recency', 'number', [1.05, 1.1]],
      ['rfm.log_monetary', 'number', [6, 6.1]],
      ['Count', 'number', [3, 4]],
    ]);
    expect(frame.fields[0]!.values[0]).toBe('105');
  });

  it('leaves a frame alone that has the plain column too', () => {
    const frame = toDataFrame({
      fields: [
        { name: 'log100_recency', values: [105] },
        { name: 'log_recency', values: [1.05] },
      ],
    });
    expect(unscaleLogColumns(frame)).toBe(frame);
  });
});
