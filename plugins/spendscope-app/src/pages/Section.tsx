import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type JSX, type ReactNode, useId } from 'react';

interface SectionProps {
  /** The question that the section answers. */
  title: string;
  note?: ReactNode;
  boxed?: boolean;
  children: ReactNode;
}

export function Section({ title, note, boxed = false, children }: SectionProps): JSX.Element {
  const styles = useStyles2(getStyles);
  const id = useId();
  return (
    <section aria-labelledby={id} className={boxed ? styles.boxed : styles.plain}>
      <div className={styles.head}>
        <h2 id={id} className={boxed ? styles.boxTitle : styles.title}>
          {title}
        </h2>
        {note && <span className={styles.note}>{note}</span>}
      </div>
      {children}
    </section>
  );
}

type StyleName = 'plain' | 'boxed' | 'head' | 'title' | 'boxTitle' | 'note';

const getStyles = (theme: GrafanaTheme2): Record<StyleName, string> => ({
  plain: css({ marginBottom: theme.spacing(4) }),
  boxed: css({
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.primary,
    padding: theme.spacing(1.5, 2),
    marginBottom: theme.spacing(2),
  }),
  head: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(1.5),
    marginBottom: theme.spacing(1.5),
  }),
  title: css({ margin: 0, fontSize: theme.typography.h4.fontSize, lineHeight: theme.typography.h4.lineHeight }),
  boxTitle: css({ margin: 0, fontSize: theme.typography.body.fontSize, fontWeight: theme.typography.fontWeightMedium }),
  note: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
