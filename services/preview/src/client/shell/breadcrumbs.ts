import { useEffect, useSyncExternalStore } from 'react';

export interface Crumb {
  text: string;
  url?: string;
}

let crumbs: readonly Crumb[] = [];
const listeners = new Set<() => void>();

function set(next: readonly Crumb[]): void {
  if (JSON.stringify(next) !== JSON.stringify(crumbs)) {
    crumbs = next;
    listeners.forEach((listener) => listener());
  }
}

/** What the page on screen is called, from the outermost part inwards; the document's title follows. */
export function useBreadcrumbs(next: readonly Crumb[]): void {
  const text = JSON.stringify(next);
  useEffect(() => {
    set(JSON.parse(text) as Crumb[]);
    const names = (JSON.parse(text) as Crumb[]).map((crumb) => crumb.text).reverse();
    document.title = [...names, 'Spendscope preview'].join(' - ');
  }, [text]);
}

export const useCurrentBreadcrumbs = (): readonly Crumb[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => crumbs
  );
