/** `2026 Q3`, from a quarter's first day. */
export const quarterName = (start: string): string =>
  `${start.slice(0, 4)} Q${Math.floor((Number(start.slice(5, 7)) - 1) / 3) + 1}`;
