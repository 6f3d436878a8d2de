import { Badge, type BadgeColor } from '@grafana/ui';
import type { JSX } from 'react';

/** One colour per grade, everywhere; the most general one is plain text, as Grafana's grey badge is too faint in light. */
const colors: Record<string, BadgeColor> = { VVIP: 'purple', VIP: 'blue', gold: 'orange' };

export function GradeBadge({ grade }: { grade: string }): JSX.Element {
  const color = colors[grade];
  return color ? <Badge color={color} text={grade} /> : <>{grade}</>;
}
