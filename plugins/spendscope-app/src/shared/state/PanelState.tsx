import { useStyles2 } from '@grafana/ui';
import type { JSX, ReactNode } from 'react';
import { t } from '../i18n/t';
import { testIds } from '../testIds';
import { EmptyState } from './EmptyState';
import { ErrorState } from './ErrorState';
import { MisconfiguredState } from './MisconfiguredState';
import { NoticeStrip } from './NoticeStrip';
import { SkeletonRows } from './SkeletonRows';
import { getPanelStateStyles } from './panelState.styles';
import type { PanelNotice, PanelStatus } from './panelState.types';

interface PanelStateProps {
  status: PanelStatus;
  notices?: readonly PanelNotice[];
  /** Drawn in the final layout while the first data is on its way. */
  skeleton?: ReactNode;
  children: ReactNode;
}

function content(status: PanelStatus, skeleton: ReactNode, children: ReactNode): ReactNode {
  switch (status.kind) {
    case 'loading-first':
      return (
        <div aria-busy="true" data-testid={testIds.panelState.skeleton} style={{ height: '100%' }}>
          <span className="sr-only">{t('shared.state.loading', 'Loading')}</span>
          {skeleton ?? <SkeletonRows />}
        </div>
      );
    case 'empty':
      return <EmptyState {...status} />;
    case 'error':
      return <ErrorState {...status} />;
    case 'misconfigured':
      return <MisconfiguredState {...status} />;
    default:
      return children;
  }
}

/**
 * The one frame around what panels and pages show: first loading, refreshing, empty, error, partial, stale, without
 * permission, misconfigured. Data that is there is never blanked by a refresh or a notice.
 */
export function PanelState({ status, notices = [], skeleton, children }: PanelStateProps): JSX.Element {
  const styles = useStyles2(getPanelStateStyles);
  const showsData = status.kind === 'ready' || status.kind === 'refreshing';
  const above = notices.filter((notice) => notice.kind !== 'no-permission');
  const below = notices.filter((notice) => notice.kind === 'no-permission');
  return (
    <div className={styles.root} data-testid={testIds.panelState.root} data-state={status.kind}>
      {status.kind === 'refreshing' && (
        <div
          className={styles.progress}
          role="progressbar"
          aria-label={t('shared.state.refreshing', 'Updating')}
          data-testid={testIds.panelState.refreshing}
        />
      )}
      {showsData && above.map((notice) => <NoticeStrip key={notice.kind} {...notice} />)}
      <div className={styles.body}>{content(status, skeleton, children)}</div>
      {showsData && below.map((notice) => <NoticeStrip key={notice.kind} {...notice} />)}
    </div>
  );
}
