import { processStart, startTicks } from './processIdentity';

describe('processStart', () => {
  it('is the same for one process and differs for another', () => {
    expect(processStart(process.pid)).toBe(processStart(process.pid));
    expect(processStart(process.pid)).not.toBe(processStart(1));
  });

  it('is undefined for a number that nobody has', () => {
    expect(processStart(2 ** 22 + 7)).toBeUndefined();
  });
});

describe('startTicks', () => {
  it('is not confused by a name with brackets and spaces', () => {
    const after = Array.from({ length: 20 }, (_, index) => String(index + 3)).join(' ');
    expect(startTicks(`42 (a) b) ${after}`)).toBe('22');
  });
});
