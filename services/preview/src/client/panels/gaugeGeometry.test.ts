import { gaugeAngle, gaugeEnd, gaugeStart, thresholdBands } from './gaugeGeometry';

describe('gaugeAngle', () => {
  it('runs from the start of the dial to its end, with the middle at twelve', () => {
    expect([gaugeAngle(0, 0, 10), gaugeAngle(5, 0, 10), gaugeAngle(10, 0, 10)]).toEqual([gaugeStart, 0, gaugeEnd]);
  });

  it('stops at the ends for values beyond the range, and at the start for none', () => {
    expect([gaugeAngle(-4, 0, 10), gaugeAngle(99, 0, 10), gaugeAngle(NaN, 0, 10)]).toEqual([
      gaugeStart,
      gaugeEnd,
      gaugeStart,
    ]);
  });
});

describe('thresholdBands', () => {
  const steps = [
    { value: -Infinity, color: 'green' },
    { value: 50, color: 'orange' },
    { value: 120, color: 'red' },
  ];

  it('cuts the steps to the range and leaves out those beyond it', () => {
    expect(thresholdBands(steps, 0, 100)).toEqual([
      { from: 0, to: 50, color: 'green' },
      { from: 50, to: 100, color: 'orange' },
    ]);
  });
});
