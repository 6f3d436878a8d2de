import { css } from '@emotion/css';
import { type GrafanaTheme2, dateTimeFormat } from '@grafana/data';
import { Badge, Button, TextLink, useStyles2 } from '@grafana/ui';
import type { ReviewEntry, ReviewList } from '@spendscope/contracts';
import { type JSX, useCallback, useState } from 'react';
import { feedbackApi } from '../../shared/api/feedbackApi';
import { usePolling } from '../../shared/api/usePolling';
import { t } from '../../shared/i18n/t';
import { OutcomeToast } from '../../shared/interventions/OutcomeToast';
import { useActions } from '../../shared/interventions/useActions';
import { testIds } from '../../shared/testIds';
import { PlainTable } from '../PlainTable';
import { getPageStyles } from '../page.styles';
import { CloseReviewDialog } from './CloseReviewDialog';

const most = 50;
const askEveryMs = 30_000;

const loadOpen = (): Promise<ReviewList> => feedbackApi.reviews({ status: 'open', size: most });

/** What alerts opened for a person: closed to one line, with each item’s link into the filtered table when opened. */
export function ReviewQueue(): JSX.Element | null {
  const page = useStyles2(getPageStyles);
  const styles = useStyles2(getStyles);
  const list = usePolling(loadOpen, { intervalMs: askEveryMs });
  const actions = useActions();
  const [open, setOpen] = useState(false);
  const [closing, setClosing] = useState<ReviewEntry>();
  const [outcome, setOutcome] = useState('');
  const closeOutcome = useCallback(() => setOutcome(''), []);
  const items = list.value?.items ?? [];
  const may = actions.may('labels:write') && actions.value?.mode !== 'readonly';

  if (!list.value) {
    return list.error ? (
      <p className={page.quiet} role="status">
        {t('reviews.failed', 'What alerts ask about could not be read: {{reason}}', { reason: list.error.message })}
      </p>
    ) : null;
  }
  return (
    <section
      className={styles.queue}
      data-testid={testIds.reviews.root}
      aria-label={t('reviews.title', 'Alerts to look into')}
    >
      <div className={page.buttons}>
        <Button
          size="sm"
          fill="text"
          icon={open ? 'angle-down' : 'angle-right'}
          aria-expanded={open}
          disabled={items.length === 0}
          onClick={() => setOpen(!open)}
        >
          {items.length === 0
            ? t('reviews.none', 'No alert waits to be looked into')
            : t('reviews.count', '{{count}} alerts wait to be looked into', {
                count: list.value.total,
                defaultValue_one: '{{count}} alert waits to be looked into',
              })}
        </Button>
      </div>
      {open && items.length > 0 && (
        <div className={styles.list}>
          <PlainTable<ReviewEntry>
            label={t('reviews.title', 'Alerts to look into')}
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              {
                key: 'alert',
                label: t('reviews.alert', 'Alert'),
                wraps: true,
                cell: ({ review: { title, summary, source } }) => (
                  <>
                    {title} <span className={page.quiet}>{source}</span>
                    {summary && <div className={page.quiet}>{summary}</div>}
                  </>
                ),
              },
              {
                key: 'severity',
                label: t('reviews.severity', 'Severity'),
                cell: ({ review: { severity } }) =>
                  severity ? (
                    <Badge
                      color={severity === 'critical' ? 'red' : 'orange'}
                      icon="exclamation-triangle"
                      text={severity}
                    />
                  ) : (
                    '–'
                  ),
              },
              {
                key: 'customer',
                label: t('feedback.column.customer', 'Customer'),
                cell: ({ review: { target } }) => (target ? <code className={page.mono}>{target.id}</code> : '–'),
              },
              {
                key: 'opened',
                label: t('reviews.opened', 'Since'),
                cell: ({ review }) => dateTimeFormat(review.opened_at, { format: 'MM-DD HH:mm' }),
              },
              {
                key: 'times',
                label: t('reviews.times', 'Told'),
                alignRight: true,
                cell: ({ review }) =>
                  t('reviews.timesCount', '{{count}} times', {
                    count: review.notifications,
                    defaultValue_one: '{{count}} time',
                  }),
              },
              {
                key: 'acts',
                label: <span className="sr-only">{t('feedback.column.acts', 'Actions')}</span>,
                cell: (entry) => (
                  <span className={page.buttons}>
                    <TextLink inline={false} variant="bodySmall" href={entry.review.link}>
                      {t('reviews.look', 'Look at it')}
                    </TextLink>
                    {may && (
                      <Button
                        size="sm"
                        variant="secondary"
                        aria-label={t('reviews.closeOf', 'Close “{{title}}”', { title: entry.review.title })}
                        onClick={() => setClosing(entry)}
                      >
                        {t('reviews.close', 'Close…')}
                      </Button>
                    )}
                  </span>
                ),
              },
            ]}
          />
        </div>
      )}
      {closing && (
        <CloseReviewDialog
          entry={closing}
          onDismiss={() => setClosing(undefined)}
          onDone={() => {
            setClosing(undefined);
            setOutcome(t('reviews.closed', 'The alert is closed'));
            void list.refresh();
          }}
        />
      )}
      {outcome && <OutcomeToast message={outcome} onClose={closeOutcome} />}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'queue' | 'list', string> => ({
  queue: css({ flexShrink: 0 }),
  list: css({
    maxHeight: 240,
    overflowY: 'auto',
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.primary,
  }),
});
