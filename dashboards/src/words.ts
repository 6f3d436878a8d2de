import { actionNames } from '@spendscope/contracts';
import english from '../../plugins/spendscope-app/src/locales/en-US/spendscope-insights-app.json';

/** The plugin's English words for codes: a dashboard has one language, and calls a thing what the app calls it. */
export const words = {
  reasons: english.anomalies.reason,
  actions: Object.fromEntries(actionNames.map((name) => [name, english.audit.action[name]])),
  states: english.interventions.state,
  grounds: english.interventions.reason,
};
