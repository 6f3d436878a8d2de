import { withAdHocFilters } from './adHocFilters';

describe('withAdHocFilters', () => {
  it('leaves a query without filters as it is', () => {
    expect(withAdHocFilters('grade:VIP OR grade:VVIP', [])).toBe('grade:VIP OR grade:VVIP');
  });

  it('binds the query in brackets before what is added', () => {
    const filters = [{ key: 'region', operator: '=', value: 'Seoul' }];
    expect(withAdHocFilters('grade:VIP OR grade:VVIP', filters)).toBe('(grade:VIP OR grade:VVIP) AND region:"Seoul"');
  });

  it.each([
    ['=', 'age:"30"'],
    ['!=', '-age:"30"'],
    ['>', 'age:>30'],
    ['<', 'age:<30'],
    ['=~', 'age:/30/'],
    ['!~', '-age:/30/'],
  ])('writes %s in Lucene', (operator, expected) => {
    expect(withAdHocFilters('*', [{ key: 'age', operator, value: '30' }])).toBe(expected);
  });

  it('escapes quotes, so that a value cannot become a query', () => {
    const filters = [{ key: 'merchant', operator: '=', value: 'a" OR user_id:"b' }];
    expect(withAdHocFilters('', filters)).toBe('merchant:"a\\" OR user_id:\\"b"');
  });

  it('skips a filter that is not complete', () => {
    expect(withAdHocFilters('*', [{ key: 'grade', operator: '=', value: '' }])).toBe('*');
  });
});
