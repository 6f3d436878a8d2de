import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { ClipboardButton, useStyles2 } from '@grafana/ui';
import type { Intervention } from '@spendscope/contracts';
import type { JSX } from 'react';
import { t } from '../../shared/i18n/t';
import { getPageStyles } from '../page.styles';

/** What was asked for, word by word, and the hash that freezes it: an approval names the hash, so nothing else is approved. */
export function FrozenPayload({ intervention }: { intervention: Intervention }): JSX.Element {
  const page = useStyles2(getPageStyles);
  const styles = useStyles2(getStyles);
  const { action, target, duration_sec: seconds, reason_code: reason, evidence, policy_version: policy } = intervention;
  const payload = {
    action,
    target: `${target.type} ${target.id}`,
    durationSec: seconds ?? null,
    reasonCode: reason,
    ...(evidence ? { evidence: `${evidence.anomaly_id} @ ${evidence.score.toFixed(2)}` } : {}),
    requestedBy: intervention.requested_by.login,
    policy,
  };
  return (
    <>
      <pre className={styles.payload}>{JSON.stringify(payload, null, 2)}</pre>
      <div>
        <span className={page.quiet}>SHA-256</span> <code className={page.hash}>{intervention.payload_hash}</code>{' '}
        <ClipboardButton
          size="sm"
          fill="text"
          icon="copy"
          getText={() => intervention.payload_hash}
          aria-label={t('interventionsPage.copyHash', 'Copy the hash')}
        />
      </div>
    </>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'payload', string> => ({
  payload: css({
    margin: theme.spacing(0, 0, 1),
    padding: theme.spacing(1, 1.5),
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
