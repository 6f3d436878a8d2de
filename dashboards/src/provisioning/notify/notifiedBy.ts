import { environment } from '@spendscope/contracts';
import { type Channel, type Notified, channels } from './contactPoints';
import { messageLocales } from './messages';

/** The variable of each channel that provisioning names: its address, which is a secret where it says so by itself. */
export const channelVariables: Record<Channel, string> = {
  email: environment.alertEmail,
  slack: environment.alertSlackUrl,
  pagerduty: environment.alertPagerDutyKey,
};

/**
 * The channels whose variable is set, and the language of their messages.
 *
 * @throws Error where the language is none of ours
 */
export function notifiedBy(env: Readonly<Record<string, string | undefined>>): Notified {
  const asked = env[environment.alertLocale] || 'en';
  const locale = messageLocales.find((known) => known === asked);
  if (!locale) {
    throw new Error(`${environment.alertLocale} is ${asked}; it has to be one of ${messageLocales.join(', ')}.`);
  }
  return { channels: channels.filter((channel) => env[channelVariables[channel]]), locale };
}
