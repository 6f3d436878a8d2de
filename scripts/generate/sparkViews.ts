import { actionSelect, spendSelect } from '@spendscope/pipeline';

const generated = '-- Written by `npm run generate` from services/pipeline/src/analyze/spendView.ts.\n';

/** What the feature files read, in Spark's words; the time zone is a parameter of the statement. */
export const sparkViews = (): Record<string, string> => ({
  'spend.sql': `${generated}${spendSelect('spark', ':zone')}\n`,
  'action_log.sql': `${generated}${actionSelect('spark', ':zone')}\n`,
});
