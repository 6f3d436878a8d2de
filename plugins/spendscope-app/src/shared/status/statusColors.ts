import type { BadgeColor, IconName } from '@grafana/ui';
import type { InterventionState } from '@spendscope/contracts';

/** What a state means for whoever reads it: one colour and icon per meaning, everywhere. */
const appearances: Record<InterventionState, { color: BadgeColor; icon: IconName }> = {
  requested: { color: 'blue', icon: 'sync' },
  approved: { color: 'blue', icon: 'sync' },
  executing: { color: 'blue', icon: 'sync' },
  releasing: { color: 'blue', icon: 'sync' },
  pending_approval: { color: 'orange', icon: 'hourglass' },
  active: { color: 'orange', icon: 'lock' },
  released: { color: 'green', icon: 'unlock' },
  denied: { color: 'red', icon: 'ban' },
  rejected: { color: 'red', icon: 'ban' },
  failed: { color: 'red', icon: 'exclamation-circle' },
  unknown: { color: 'red', icon: 'question-circle' },
  expired: { color: 'darkgrey', icon: 'clock-nine' },
  cancelled: { color: 'darkgrey', icon: 'times' },
};

export const appearanceOf = (state: InterventionState): { color: BadgeColor; icon: IconName } => appearances[state];
