import { Badge } from '@grafana/ui';
import type { JSX } from 'react';
import { type Verdict, verdictLooks, verdictWords } from './labelWords';

/** A verdict, never by colour alone. */
export function VerdictBadge({ verdict }: { verdict: Verdict }): JSX.Element {
  const { color, icon } = verdictLooks[verdict];
  return <Badge color={color} icon={icon} text={verdictWords(verdict)} />;
}
