import { Badge, type BadgeColor } from '@grafana/ui';
import type { JSX } from 'react';

/** One colour per grade, everywhere. */
const colors: Record<string, BadgeColor> = { VVIP: 'purple', VIP: 'blue', gold: 'orange', general: 'darkgrey' };

export const GradeBadge = ({ grade }: { grade: string }): JSX.Element => (
  <Badge color={colors[grade] ?? 'darkgrey'} text={grade} />
);
