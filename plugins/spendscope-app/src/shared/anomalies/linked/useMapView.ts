import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import { type MapView, type Point, type Size, panned, worldView, zoomed } from './mapView';

interface MapGestures {
  view: MapView;
  setView: (view: MapView) => void;
  zoomBy: (factor: number) => void;
  /** For the element that shows the map. */
  handlers: {
    onClickCapture: (event: MouseEvent) => void;
    onPointerDown: (event: PointerEvent) => void;
    onPointerMove: (event: PointerEvent) => void;
    onPointerUp: (event: PointerEvent) => void;
    onKeyDown: (event: KeyboardEvent) => void;
  };
}

/** px that an arrow key moves. */
const stride = 48;
/** px; less is a click. */
const leastDrag = 6;
const directions: Record<string, Point> = {
  ArrowLeft: [stride, 0],
  ArrowRight: [-stride, 0],
  ArrowUp: [0, stride],
  ArrowDown: [0, -stride],
};
const factors: Record<string, number> = { '+': 2, '=': 2, '-': 0.5 };

/**
 * Where a map looks: drag or arrows move it, a wheel with Ctrl (or a pinch), `+` and `-` zoom, `0` shows the world. A
 * wheel alone scrolls the page.
 */
export function useMapView(element: RefObject<HTMLElement | null>, size: Size): MapGestures {
  const [view, setView] = useState(worldView);
  const last = useRef<Point>();
  const dragged = useRef(0);

  useEffect(() => {
    const target = element.current;
    const onWheel = (event: WheelEvent): void => {
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        const box = target!.getBoundingClientRect();
        setView((previous) =>
          zoomed(previous, 2 ** (-event.deltaY / 200), size, [event.clientX - box.left, event.clientY - box.top])
        );
      }
    };
    // React listens to wheels passively, and so could not keep the page from zooming.
    target?.addEventListener('wheel', onWheel, { passive: false });
    return () => target?.removeEventListener('wheel', onWheel);
  }, [element, size]);

  const zoomBy = (factor: number): void => setView((previous) => zoomed(previous, factor, size));
  return {
    view,
    setView,
    zoomBy,
    handlers: {
      // What lies under the pointer follows it: the end of a drag is no click on it.
      onClickCapture: (event) => dragged.current > leastDrag && event.stopPropagation(),
      onPointerDown: (event) => {
        dragged.current = 0;
        last.current = event.button === 0 ? [event.clientX, event.clientY] : undefined;
      },
      onPointerMove: (event) => {
        if (last.current && event.buttons === 1) {
          const by: Point = [event.clientX - last.current[0], event.clientY - last.current[1]];
          last.current = [event.clientX, event.clientY];
          dragged.current += Math.abs(by[0]) + Math.abs(by[1]);
          setView((previous) => panned(previous, by, size));
        }
      },
      onPointerUp: () => {
        last.current = undefined;
      },
      onKeyDown: (event) => {
        if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) {
          return;
        }
        const [direction, factor] = [directions[event.key], factors[event.key]];
        if (direction) {
          setView((previous) => panned(previous, direction, size));
        } else if (factor) {
          zoomBy(factor);
        } else if (event.key === '0') {
          setView(worldView);
        } else {
          return;
        }
        event.preventDefault();
        event.stopPropagation();
      },
    },
  };
}
