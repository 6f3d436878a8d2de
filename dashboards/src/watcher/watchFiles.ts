import { ruleGroups } from '../provisioning/ruleGroups';
import { watch } from './watch';

/** `deploy/watcher`: a watch for each alert rule, by file name. */
export function watchFiles(): Record<string, string> {
  const rules = ruleGroups.flatMap((group) => group.rules);
  return Object.fromEntries(rules.map((rule) => [`${rule.uid}.json`, `${JSON.stringify(watch(rule), null, 2)}\n`]));
}
