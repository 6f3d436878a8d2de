import { Badge, type BadgeColor, type IconName } from '@grafana/ui';
import type { JobCondition, JobOccurrence } from '@spendscope/contracts';
import type { JSX } from 'react';
import { conditionWords, stateWords } from './jobWords';

type Look = { color: BadgeColor; icon: IconName };

const states: Record<JobOccurrence['state'], Look> = {
  queued: { color: 'blue', icon: 'hourglass' },
  running: { color: 'blue', icon: 'sync' },
  succeeded: { color: 'green', icon: 'check' },
  failed: { color: 'red', icon: 'exclamation-circle' },
  cancelled: { color: 'darkgrey', icon: 'ban' },
  skipped: { color: 'darkgrey', icon: 'step-backward' },
};

const conditions: Record<JobCondition, Look> = {
  good: { color: 'green', icon: 'check' },
  running: { color: 'blue', icon: 'sync' },
  late: { color: 'orange', icon: 'clock-nine' },
  failed: { color: 'red', icon: 'exclamation-circle' },
  never: { color: 'darkgrey', icon: 'minus' },
  disabled: { color: 'darkgrey', icon: 'pause' },
};

/** What became of a run. */
export const StateBadge = ({ state }: { state: JobOccurrence['state'] }): JSX.Element => (
  <Badge {...states[state]} text={stateWords(state)} />
);

/** How a job stands. */
export const ConditionBadge = ({ condition }: { condition: JobCondition }): JSX.Element => (
  <Badge {...conditions[condition]} text={conditionWords(condition)} />
);
