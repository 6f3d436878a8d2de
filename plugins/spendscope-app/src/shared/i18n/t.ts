import { t as translate } from '@grafana/i18n';

/**
 * A text in the user's language; `message` is the English one and the fallback. Placeholders are `{{name}}`, numbers
 * `{{count, number}}`, plurals `count` with `defaultValue_one`. Values are shown as text, so they need no escaping.
 * Call it while rendering, never when a module loads.
 */
export function t(key: string, message: string, values: Record<string, unknown> = {}): string {
  return translate(key, message, { ...values, interpolation: { escapeValue: false } });
}
