import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import type { JSX } from 'react';
import { formatCount } from '../../../shared/format/formatCount';
import { t } from '../../../shared/i18n/t';
import { summaryRemarks, summarySentence } from '../format/summarySentence';
import type { ExplorerView } from '../types';

interface SummaryLineProps {
  id: string;
  view: ExplorerView;
  /** Brings single customers far off into view; absent while they are. */
  onShowAll?: () => void;
  /** Takes the dashboard's narrowing back; absent where there is none. */
  onReset?: () => void;
}

const getStyles = (theme: GrafanaTheme2): string =>
  css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: theme.spacing(1),
    margin: 0,
    paddingBottom: theme.spacing(0.5),
    fontSize: 12,
    color: theme.colors.text.secondary,
  });

/** What there is to see in a sentence, and what is out of sight. */
export function SummaryLine({ id, view, onShowAll, onReset }: SummaryLineProps): JSX.Element {
  const styles = useStyles2(getStyles);
  return (
    <p id={id} className={styles}>
      {[summarySentence(view), ...summaryRemarks(view)].join(' · ')}
      {view.outside > 0 && onShowAll && (
        <Button size="sm" variant="primary" fill="text" onClick={onShowAll}>
          {t('explorer.showOutside', '{{number}} far off – show', { number: formatCount(view.outside) })}
        </Button>
      )}
      {onReset && (
        <Button size="sm" variant="primary" fill="text" onClick={onReset}>
          {t('explorer.resetFilter', 'Dashboard is narrowed – reset')}
        </Button>
      )}
    </p>
  );
}
