import { placeLabels } from './placeLabels';

const size = { width: 300, height: 200 };

describe('placeLabels', () => {
  it('leaves labels alone that are apart', () => {
    const labels = [
      { x: 60, y: 50, width: 100 },
      { x: 200, y: 50, width: 100 },
    ];
    expect(placeLabels(labels, size)).toEqual(labels);
  });

  it('moves the lower of two that overlap', () => {
    expect(
      placeLabels(
        [
          { x: 100, y: 60, width: 100 },
          { x: 110, y: 50, width: 100 },
        ],
        size
      )
    ).toEqual([
      { x: 110, y: 50, width: 100 },
      { x: 100, y: 74, width: 100 },
    ]);
  });

  it('keeps labels inside', () => {
    expect(placeLabels([{ x: 2, y: 1, width: 80 }], size)).toEqual([{ x: 40, y: 12, width: 80 }]);
  });
});
