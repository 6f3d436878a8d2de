import { Badge, type BadgeColor, type IconName } from '@grafana/ui';
import type { JobCondition, JobOccurrence } from '@spendscope/contracts';
import type { JSX } from 'react';
import { GreyBadge } from '../../shared/state/GreyBadge';
import { conditionWords, stateWords } from './jobWords';

/** Without a colour: grey. */
type Look = { color?: BadgeColor; icon: IconName };

const states: Record<JobOccurrence['state'], Look> = {
  queued: { color: 'blue', icon: 'hourglass' },
  running: { color: 'blue', icon: 'sync' },
  succeeded: { color: 'green', icon: 'check' },
  failed: { color: 'red', icon: 'exclamation-circle' },
  cancelled: { icon: 'ban' },
  skipped: { icon: 'step-backward' },
};

const conditions: Record<JobCondition, Look> = {
  good: { color: 'green', icon: 'check' },
  running: { color: 'blue', icon: 'sync' },
  late: { color: 'orange', icon: 'clock-nine' },
  failed: { color: 'red', icon: 'exclamation-circle' },
  never: { icon: 'minus' },
  disabled: { icon: 'pause' },
};

const Marked = ({ color, ...rest }: Look & { text: string }): JSX.Element =>
  color ? <Badge color={color} {...rest} /> : <GreyBadge {...rest} />;

/** What became of a run. */
export const StateBadge = ({ state }: { state: JobOccurrence['state'] }): JSX.Element => (
  <Marked {...states[state]} text={stateWords(state)} />
);

/** How a job stands. */
export const ConditionBadge = ({ condition }: { condition: JobCondition }): JSX.Element => (
  <Marked {...conditions[condition]} text={conditionWords(condition)} />
);
