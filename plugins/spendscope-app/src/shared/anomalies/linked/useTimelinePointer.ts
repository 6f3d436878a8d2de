import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import type { AnomalyRow } from '../anomalyRow';
import type { ScoreTimelineProps } from './ScoreTimeline';
import type { Point } from './mapView';
import type { TimeSpan } from './timeScale';
import { type TimelineGeometry, nearestRow } from './timelineGeometry';

interface TimelinePointerInput extends Pick<ScoreTimelineProps, 'onMark' | 'onRange'> {
  /** In order of time. */
  rows: readonly AnomalyRow[];
  geometry: TimelineGeometry;
  /** What pointer or keys are at. */
  current: AnomalyRow | undefined;
  setCurrent: (row: AnomalyRow | undefined) => void;
}

interface TimelinePointer {
  /** The stretch that is being drawn. */
  brush?: TimeSpan;
  handlers: {
    onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    onPointerUp: (event: PointerEvent<HTMLElement>) => void;
    onPointerLeave: () => void;
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  };
}

/** px; less is a click. */
const leastDrag = 6;

const between = (a: number, b: number): TimeSpan => ({ from: Math.min(a, b), to: Math.max(a, b) });

/** Pointer and keys of the timeline: to a row, and over a stretch of time. */
export function useTimelinePointer(input: TimelinePointerInput): TimelinePointer {
  const { rows, geometry, current, setCurrent, onMark, onRange } = input;
  const [down, setDown] = useState<number>();
  const [brush, setBrush] = useState<TimeSpan>();
  const [anchor, setAnchor] = useState<number>();
  const at = (event: PointerEvent<HTMLElement>): Point => {
    const box = event.currentTarget.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const finish = (span: TimeSpan): void => {
    setBrush(undefined);
    setAnchor(undefined);
    if (span.to > span.from) {
      onRange?.({ from: Math.floor(span.from), to: Math.ceil(span.to) });
    }
  };

  const step = (by: number): void => {
    const from = current ? rows.findIndex(({ id }) => id === current.id) : by > 0 ? -1 : rows.length;
    const next = rows[Math.min(Math.max(from + by, 0), rows.length - 1)];
    setCurrent(next);
    if (anchor !== undefined && next) {
      setBrush(between(anchor, next.time));
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const acts: Record<string, (() => void) | undefined> = {
      ArrowLeft: () => step(-1),
      ArrowRight: () => step(1),
      Enter: current && (() => onMark([current.id])),
      b:
        current && onRange
          ? () => (anchor === undefined ? setAnchor(current.time) : finish(between(anchor, current.time)))
          : undefined,
      Escape: anchor === undefined ? undefined : () => finish({ from: 0, to: 0 }),
    };
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : acts[event.key];
    if (act) {
      act();
      event.preventDefault();
      event.stopPropagation();
    }
  };

  return {
    brush,
    handlers: {
      onPointerDown: (event) => {
        if (event.button === 0) {
          setDown(at(event)[0]);
          event.currentTarget.setPointerCapture?.(event.pointerId);
        }
      },
      onPointerMove: (event) => {
        const point = at(event);
        setCurrent(nearestRow(rows, point, geometry));
        if (down !== undefined && onRange && Math.abs(point[0] - down) > leastDrag) {
          setBrush(between(geometry.timeAt(down), geometry.timeAt(point[0])));
        }
      },
      onPointerUp: (event) => {
        const point = at(event);
        const row = nearestRow(rows, point, geometry);
        setDown(undefined);
        if (brush) {
          finish(brush);
        } else if (row) {
          onMark([row.id]);
        }
      },
      onPointerLeave: () => setCurrent(undefined),
      onKeyDown,
    },
  };
}
