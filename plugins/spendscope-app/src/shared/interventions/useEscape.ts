import { useEffect } from 'react';

/**
 * Escape closes the dialog, but an open list in it first: Grafana's Modal would close both at once. Listens before
 * everybody else, while an open list still says that it is open.
 */
export function useEscape(onEscape: (() => void) | undefined): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const listIsOpen = document.activeElement?.getAttribute('aria-expanded') === 'true';
      if (event.key === 'Escape' && !listIsOpen && onEscape) {
        event.stopPropagation();
        onEscape();
      }
    };
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, [onEscape]);
}
