import { csvLine } from './csv';

it.each([
  [['a', 1, true, undefined, null], 'a,1,true,,\r\n'],
  [['say "hi"', 'one,two', 'line\nbreak'], '"say ""hi""","one,two","line\nbreak"\r\n'],
  [['=cmd()', '+1', '-1', '@x', '\tx'], "'=cmd(),'+1,'-1,'@x,'\tx\r\n"],
  [[-1, { lat: 1 }], '-1,"{""lat"":1}"\r\n'],
])('writes %j', (values, line) => expect(csvLine(values)).toBe(line));
