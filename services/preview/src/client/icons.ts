import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import InlineSVG, { cacheStore } from 'react-inlinesvg';

const nothing = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E";

interface IconCache {
  set(url: string, icon: { content: string; status: 'loaded' }): void;
}

/** Puts every icon where the icon component looks first: one fetched many times at once comes up blank for seconds. */
export async function preloadIcons(): Promise<void> {
  const icons = (await (await fetch('/public/build/icons.json')).json()) as Record<string, string>;
  // The library makes its cache when its first image is drawn.
  const root = createRoot(document.createElement('div'));
  flushSync(() => root.render(createElement(InlineSVG, { src: nothing })));
  for (const [path, content] of Object.entries(icons)) {
    (cacheStore as unknown as IconCache).set(`/public/build/img/icons/${path}`, { content, status: 'loaded' });
  }
  root.unmount();
}
