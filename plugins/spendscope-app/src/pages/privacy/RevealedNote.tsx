import { Alert, Button, useStyles2 } from '@grafana/ui';
import type { RevealResult } from '@spendscope/contracts';
import { type JSX, useEffect } from 'react';
import { t } from '../../shared/i18n/t';
import { Facts } from '../Facts';
import { getPageStyles } from '../page.styles';

/** An original left on a screen is seen by whoever passes. */
const hideAfterSec = 60;

/** The original, for a minute. */
export function RevealedNote({ result, onHide }: { result: RevealResult; onHide: () => void }): JSX.Element {
  const styles = useStyles2(getPageStyles);
  useEffect(() => {
    const timer = setTimeout(onHide, hideAfterSec * 1_000);
    return () => clearTimeout(timer);
  }, [result, onHide]);
  const { token, original, name, addresses } = result;
  return (
    <Alert severity="info" title={t('privacy.revealed', 'Behind {{token}}', { token })} style={{ marginTop: 16 }}>
      <Facts
        facts={[
          [t('privacy.original', 'Original id'), <code className={styles.hash}>{original}</code>],
          [t('privacy.name', 'Name'), name],
          [t('privacy.addresses', 'Addresses'), addresses.length > 0 ? addresses.join(', ') : undefined],
        ]}
      />
      <p className={styles.quiet}>
        {t('privacy.hides', 'It is hidden again after {{count}} seconds.', { count: hideAfterSec })}
      </p>
      <Button size="sm" variant="secondary" icon="eye-slash" onClick={onHide}>
        {t('privacy.hide', 'Hide it now')}
      </Button>
    </Alert>
  );
}
