import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Badge, type BadgeProps, useStyles2 } from '@grafana/ui';
import type { JSX } from 'react';

/** What lapsed, waits for nobody or is not needed: Grafana's own grey text is too pale to read on its grey (4.05 to 1). */
export function GreyBadge(props: Omit<BadgeProps, 'color' | 'className'>): JSX.Element {
  return <Badge {...props} color="darkgrey" className={useStyles2(getTextStyle)} />;
}

const getTextStyle = (theme: GrafanaTheme2): string => css({ '&&': { color: theme.colors.text.primary } });
