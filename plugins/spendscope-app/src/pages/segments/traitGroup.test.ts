import { traitGroupOf } from './traitGroup';

it('reads the traits that a dashboard of spend was narrowed to', () => {
  const search =
    '?by=traits&var-grade=gold&var-age_band=40s&var-region=Seoul&var-region=Gyeonggi&var-children=children:[1 TO *]&var-quarter=2025-Q4&var-sex=$__all';
  expect(traitGroupOf(search)).toEqual({
    name: 'gold, 40s, Seoul or Gyeonggi, with school-age children',
    filter: 'grade:("gold") AND age_band:("40s") AND region:("Seoul" OR "Gyeonggi") AND children:[1 TO *]',
  });
});

it('means nobody in particular where every filter is All', () => {
  expect(traitGroupOf('?by=traits&var-grade=All&var-region=$__all&var-children=*&var-channel=online')).toBeUndefined();
});

it('keeps a value that somebody wrote into the address a value', () => {
  const search = `?var-grade=${encodeURIComponent('gold") OR user_id:("C-1\\')}&var-children=${encodeURIComponent('children:[1 TO *] OR user_id:*')}`;
  expect(traitGroupOf(search)?.filter).toBe('grade:("gold\\") OR user_id:(\\"C-1\\\\")');
});
