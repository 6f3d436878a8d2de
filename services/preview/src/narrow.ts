/** An object of which nothing is known yet. */
export type UnknownRecord = Record<string, unknown>;

/** The value as an object; `{}` where it is none. */
export const asRecord = (value: unknown): UnknownRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as UnknownRecord) : {};

/** The value as an array; `[]` where it is none. */
export const asArray = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The value as text; `''` where it is neither text nor a number. */
export const asText = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** A finite number, also from its decimal text; undefined otherwise. */
export function asNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
