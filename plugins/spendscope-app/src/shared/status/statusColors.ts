import type { BadgeColor, IconName } from '@grafana/ui';
import type { ActionName, InterventionState } from '@spendscope/contracts';

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

const iconsInForce: Record<ActionName, IconName> = {
  lock_account: 'lock',
  block_transaction: 'ban',
  require_extra_auth: 'shield',
};

/** Colour and icon of an action in a state; in force it wears the action's own icon. */
export function appearanceOf(state: InterventionState, action?: ActionName): { color: BadgeColor; icon: IconName } {
  const { color, icon } = appearances[state];
  return { color, icon: state === 'active' && action ? iconsInForce[action] : icon };
}
