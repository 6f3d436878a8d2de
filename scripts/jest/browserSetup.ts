import '@testing-library/jest-dom';
import { TextDecoder, TextEncoder } from 'node:util';
import { cache } from '@emotion/css';
import { configure } from '@testing-library/react';

// jsdom lacks what browsers have had for years and @grafana/ui asks for when it is loaded.
Object.assign(globalThis, { TextDecoder, TextEncoder });
globalThis.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};
globalThis.matchMedia ??= ((query: string) => ({
  matches: false,
  media: query,
  onchange: null,
  addListener: () => undefined,
  removeListener: () => undefined,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  dispatchEvent: () => false,
})) as typeof matchMedia;
// Testing Library falls back to events without a place where there are no pointer events.
globalThis.PointerEvent ??= MouseEvent as typeof PointerEvent;
HTMLCanvasElement.prototype.getContext = (() => null) as typeof HTMLCanvasElement.prototype.getContext;

// jsdom holds every rule against every element whenever a query asks for a style, which took most of a test's time and
// decides nothing here: no test looks at what a class paints.
cache.sheet.insert = () => undefined;

// Real @grafana/ui on a busy machine: a test may take seconds, and none asserts how long.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 10_000 });
