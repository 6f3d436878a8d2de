import { css } from '@emotion/css';
import { type GrafanaTheme2, PanelPlugin, type PanelProps, renderTextPanelMarkdown, textUtil } from '@grafana/data';
import { ScrollContainer, useStyles2 } from '@grafana/ui';
import { type ReactElement, useMemo } from 'react';
import { optionDefaults } from './defaults';

interface Options {
  mode: 'markdown' | 'html' | 'code';
  content: string;
}

function TextPanel({ options, replaceVariables }: PanelProps<Options>): ReactElement {
  const styles = useStyles2(getStyles);
  const { mode, content } = options;
  const filled = mode === 'html' ? replaceVariables(content, {}, 'html') : replaceVariables(content, {});
  const html = useMemo(
    () => (mode === 'markdown' ? renderTextPanelMarkdown(filled) : textUtil.sanitizeTextPanelContent(filled)),
    [mode, filled]
  );
  if (mode === 'code') {
    return <pre className={styles.code}>{filled}</pre>;
  }
  return (
    <ScrollContainer minHeight="100%">
      {/* Sanitized by Grafana's own rules, as in its text panel. */}
      <div className={`markdown-html ${styles.text}`} dangerouslySetInnerHTML={{ __html: html }} />
    </ScrollContainer>
  );
}

const getStyles = (theme: GrafanaTheme2): { text: string; code: string } => ({
  text: css({ height: '100%', wordBreak: 'break-word', 'p a, li a': { textDecoration: 'underline' } }),
  code: css({ background: theme.colors.background.primary, border: 'none', height: '100%', margin: 0 }),
});

export const textPanel = (): PanelPlugin<Options> =>
  new PanelPlugin<Options>(TextPanel).setPanelOptions(optionDefaults<Options>({ mode: 'markdown', content: '' }));
