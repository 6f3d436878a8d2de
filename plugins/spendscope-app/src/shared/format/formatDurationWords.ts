import { t } from '../i18n/t';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** A length of time in its largest fitting unit, rounded to whole units, e.g. `24 hours`, `7 days`. */
export function formatDurationWords(seconds: number): string {
  if (seconds >= 2 * day) {
    return t('shared.duration.days', '{{count}} days', {
      count: Math.round(seconds / day),
      defaultValue_one: '{{count}} day',
    });
  }
  if (seconds >= hour) {
    return t('shared.duration.hours', '{{count}} hours', {
      count: Math.round(seconds / hour),
      defaultValue_one: '{{count}} hour',
    });
  }
  return t('shared.duration.minutes', '{{count}} minutes', {
    count: Math.max(1, Math.round(seconds / minute)),
    defaultValue_one: '{{count}} minute',
  });
}

/** The same in few characters, for badges: `3 h`, `2 d`, `12 min`. */
export function formatDurationShort(seconds: number): string {
  if (seconds >= 2 * day) {
    return t('shared.duration.shortDays', '{{count}} d', { count: Math.round(seconds / day) });
  }
  if (seconds >= hour) {
    return t('shared.duration.shortHours', '{{count}} h', { count: Math.round(seconds / hour) });
  }
  return t('shared.duration.shortMinutes', '{{count}} min', { count: Math.max(1, Math.ceil(seconds / minute)) });
}
