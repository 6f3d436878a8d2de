import { environment } from '@spendscope/contracts';
import { partKeys, passwordVariable } from '../elasticsearch/partUsers';

const ofParts = new Set<string>([
  ...partKeys.map(passwordVariable),
  environment.llmKey,
  environment.llmKeyFile,
  // Grafana's alone, which tells people; so are its own settings for mail, below.
  environment.alertSlackUrl,
  environment.alertPagerDutyKey,
]);

/** The starter's own variables, without credentials that belong to other parts. */
export function passedOn(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name]) => !name.startsWith('ELASTICSEARCH_') && !name.startsWith('GF_') && !ofParts.has(name)
    )
  );
}
