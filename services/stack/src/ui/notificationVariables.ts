import { channelVariables } from '../../../../dashboards/src/provisioning/notify/notifiedBy';

/** What a Grafana needs to tell people: what its contact points name, and its own settings for mail. */
export function notificationVariables(env: NodeJS.ProcessEnv = process.env): Record<string, string> {
  const named = new Set(Object.values(channelVariables));
  return Object.fromEntries(
    Object.entries(env).filter(
      (entry): entry is [string, string] => !!entry[1] && (named.has(entry[0]) || entry[0].startsWith('GF_SMTP_'))
    )
  );
}
