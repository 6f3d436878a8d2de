import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { JSX, ReactNode } from 'react';

/** Names and values, one a line; what is undefined has no line. */
export function Facts({ facts }: { facts: readonly [string, ReactNode][] }): JSX.Element {
  const styles = useStyles2(getStyles);
  return (
    <dl className={styles.facts}>
      {facts.map(([label, value]) =>
        value === undefined ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        )
      )}
    </dl>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'facts', string> => ({
  facts: css({
    margin: 0,
    '& > div': {
      display: 'flex',
      justifyContent: 'space-between',
      gap: theme.spacing(2),
      padding: theme.spacing(0.5, 0),
    },
    '& dt': { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
    '& dd': { margin: 0, textAlign: 'right', overflowWrap: 'anywhere' },
  }),
});
