import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { IconButton, LinkButton, useStyles2 } from '@grafana/ui';
import type { ActionDefinition, Intervention } from '@spendscope/contracts';
import { type JSX, type ReactNode, useEffect, useRef } from 'react';
import { t } from '../../shared/i18n/t';
import { reasonCodeLabel } from '../../shared/interventions/actionTexts';
import { PanelState } from '../../shared/state/PanelState';
import { testIds } from '../../shared/testIds';
import { getPageStyles } from '../page.styles';
import { pagePaths } from '../pagePaths';
import { statusOf } from '../statusOf';
import { Life } from './Life';
import { Steps } from './Steps';
import { requestTitle } from './interventionWords';
import type { Detail } from './useDetail';

interface InterventionDetailProps {
  detail: Detail;
  definitions: readonly ActionDefinition[];
  language: string;
  /** Whether the caller may read the log. */
  withLife: boolean;
  /** Absent where the detail is always there. */
  onClose?: () => void;
  /** What can be done about it, and what speaks for it. */
  children?: (intervention: Intervention) => ReactNode;
}

/** One intervention: steps, why, and its life from the record. */
export function InterventionDetail(props: InterventionDetailProps): JSX.Element {
  const { detail, onClose } = props;
  const styles = useStyles2(getStyles);
  const heading = useRef<HTMLHeadingElement>(null);
  const { intervention } = detail;
  const shown = intervention?.id;
  useEffect(() => {
    // What a row opened is read from its beginning.
    if (shown && onClose) {
      heading.current?.focus();
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only a new one takes the focus.
  }, [shown]);
  return (
    <aside
      className={styles.detail}
      data-testid={testIds.interventions.detail}
      aria-label={t('interventionsPage.detail', 'Details')}
    >
      <PanelState status={statusOf(detail)}>
        {intervention && <Content {...props} heading={heading} intervention={intervention} />}
      </PanelState>
    </aside>
  );
}

interface ContentProps extends InterventionDetailProps {
  intervention: Intervention;
  heading: React.RefObject<HTMLHeadingElement>;
}

function Content(props: ContentProps): JSX.Element {
  const { intervention, heading, definitions, language, withLife, onClose, children } = props;
  const page = useStyles2(getPageStyles);
  const styles = useStyles2(getStyles);
  const { id, target, reason_code: reason, requested_by: by, updated_at: updated } = intervention;
  return (
    <>
      <div className={styles.head}>
        <h2 ref={heading} tabIndex={-1}>
          {requestTitle(intervention, definitions, language)}
        </h2>
        {onClose && (
          <IconButton name="times" aria-label={t('interventionsPage.close', 'Close the details')} onClick={onClose} />
        )}
      </div>
      <div className={page.buttons}>
        <code className={page.mono}>{target.id}</code>
        <span className={page.quiet}>
          {by.login} · {by.role} · {reasonCodeLabel(reason)} · {id}
        </span>
        {target.type === 'account' && (
          <LinkButton
            size="sm"
            fill="text"
            icon="arrow-right"
            href={`${pagePaths.anomalies}?user=${encodeURIComponent(target.id)}&score=0.5`}
          >
            {t('interventionsPage.anomalies', 'Anomalies of this customer')}
          </LinkButton>
        )}
      </div>
      <Steps intervention={intervention} />
      {children?.(intervention)}
      {withLife && (
        <>
          <h3>{t('interventionsPage.life', 'What was recorded of it?')}</h3>
          <Life id={id} updated_at={updated} />
        </>
      )}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'detail' | 'head', string> => ({
  detail: css({
    minWidth: 0,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.primary,
    padding: theme.spacing(2),
    '& h3': { fontSize: theme.typography.body.fontSize, margin: theme.spacing(2, 0, 1) },
  }),
  head: css({
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    '& h2': { margin: theme.spacing(0, 0, 0.5), fontSize: theme.typography.h4.fontSize, outlineOffset: 4 },
  }),
});
