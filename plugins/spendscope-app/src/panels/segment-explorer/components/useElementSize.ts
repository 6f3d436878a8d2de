import { useLayoutEffect, useState, type RefObject } from 'react';
import type { Size } from '../axis/viewport';

/** Until the browser has measured. */
const assumed: Size = { width: 640, height: 400 };

/** Inner size of an element in px, kept up to date. */
export function useElementSize(element: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState(assumed);
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) {
      return undefined;
    }
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = target;
      if (width > 0 && height > 0) {
        setSize((known) => (known.width === width && known.height === height ? known : { width, height }));
      }
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
