/** jsdom lays nothing out and draws nothing; virtualised lists show rows, and Combobox measures text, only with a size. */
export function giveLayout(): void {
  const box = { width: 120, height: 600, top: 0, left: 0, bottom: 600, right: 120, x: 0, y: 0 };
  Object.defineProperty(Element.prototype, 'clientHeight', { configurable: true, value: 600 });
  Object.defineProperty(Element.prototype, 'clientWidth', { configurable: true, value: 1600 });
  Element.prototype.getBoundingClientRect = () => box as DOMRect;
  Element.prototype.scrollTo = () => undefined;
  HTMLCanvasElement.prototype.getContext = (() => ({
    measureText: (text: string) => ({ width: text.length * 7 }),
  })) as unknown as typeof HTMLCanvasElement.prototype.getContext;
  globalThis.IntersectionObserver ??= class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  } as unknown as typeof IntersectionObserver;
}
