import type { Reason } from '@spendscope/contracts';

/** Values of a frame are whatever the data source sent: each is narrowed once, here. */
export const asText = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;

export const asNumber = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

/** A list may arrive as an array, as its JSON, or as its only member. */
function asList(value: unknown): unknown[] {
  if (Array.isArray(value)) {
    return value;
  }
  if (typeof value === 'string' && value.startsWith('[')) {
    try {
      const parsed: unknown = JSON.parse(value);
      return Array.isArray(parsed) ? parsed : [value];
    } catch {
      return [value];
    }
  }
  return value == null || value === '' ? [] : [value];
}

export const asTexts = (value: unknown): string[] => asList(value).flatMap((item) => asText(item) ?? []);

export function asReasons(value: unknown): Reason[] {
  return asList(value).flatMap((item) => {
    if (typeof item !== 'object' || item === null) {
      return [];
    }
    const { feature, value: now, usual, contribution } = item as Record<string, unknown>;
    return typeof feature === 'string' && typeof now === 'number'
      ? [{ feature, value: now, usual: asNumber(usual), contribution: asNumber(contribution) ?? 0 }]
      : [];
  });
}
