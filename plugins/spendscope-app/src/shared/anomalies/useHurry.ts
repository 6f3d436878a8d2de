import { type UIEvent, useCallback, useEffect, useRef, useState } from 'react';

interface Hurry {
  /** Whether rows fly past faster than anybody could press anything in them. */
  hurry: boolean;
  onScroll: (event: UIEvent<HTMLElement>) => void;
}

/** After so many ms without a further leap somebody may press something again. */
const restsAfter = 250;

/** @param leap px between two events from which on it counts as a hurry */
export function useHurry(leap: number): Hurry {
  const [hurry, setHurry] = useState(false);
  const last = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);
  const onScroll = useCallback(
    ({ currentTarget: { scrollTop } }: UIEvent<HTMLElement>): void => {
      const far = Math.abs(scrollTop - last.current) >= leap;
      last.current = scrollTop;
      if (far) {
        setHurry(true);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => setHurry(false), restsAfter);
      }
    },
    [leap]
  );
  return { hurry, onScroll };
}
