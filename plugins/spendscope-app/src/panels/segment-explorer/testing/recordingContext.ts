/** Stands in for the canvas that jsdom lacks, and counts what is drawn. */
export interface RecordingContext {
  calls: Record<string, number>;
  fillStyles: Set<string>;
}

export function installRecordingContext(): RecordingContext {
  const recording: RecordingContext = { calls: {}, fillStyles: new Set() };
  const count = (name: string) => (): void => {
    recording.calls[name] = (recording.calls[name] ?? 0) + 1;
  };
  const names = ['scale', 'fillRect', 'beginPath', 'moveTo', 'lineTo', 'closePath', 'arc', 'fill'];
  const context = {
    ...Object.fromEntries(names.map((name) => [name, count(name)])),
    measureText: (text: string) => ({ width: text.length * 7 }),
    set fillStyle(style: string) {
      recording.fillStyles.add(style);
    },
  };
  jest
    .spyOn(HTMLCanvasElement.prototype, 'getContext')
    .mockImplementation((() => context) as unknown as typeof HTMLCanvasElement.prototype.getContext);
  return recording;
}
