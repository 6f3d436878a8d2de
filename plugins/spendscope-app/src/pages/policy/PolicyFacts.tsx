import { dateTimeFormat } from '@grafana/data';
import { Alert, ClipboardButton, useStyles2 } from '@grafana/ui';
import type { PolicyReport } from '@spendscope/contracts';
import type { JSX } from 'react';
import { t } from '../../shared/i18n/t';
import { Facts } from '../Facts';
import { getPageStyles } from '../page.styles';

const commands = ['npm run -s spendscope -- policy check FILE', 'SPENDSCOPE_POLICY_FILE=FILE'];

/** Which policy is in force, since when, and how it is changed: by its file, never from here. */
export function PolicyFacts({ policy, source, hash, loadedAt, problem }: PolicyReport): JSX.Element {
  const styles = useStyles2(getPageStyles);
  return (
    <>
      {problem && (
        <Alert
          severity="error"
          title={t('policy.problem', 'The file as it is now was not taken; this one still holds')}
        >
          {problem}
        </Alert>
      )}
      <Facts
        facts={[
          [t('policy.version', 'Version'), policy.version],
          [
            t('policy.source', 'From'),
            source === 'built-in' ? t('policy.builtIn', 'built in; no policy file is set') : source,
          ],
          [t('policy.loaded', 'In force since'), dateTimeFormat(loadedAt, { format: 'YYYY-MM-DD HH:mm:ss' })],
          [t('policy.hash', 'SHA-256'), <code className={styles.hash}>{hash}</code>],
        ]}
      />
      <p className={styles.quiet}>
        {t(
          'policy.howTo',
          'It is changed by its file only, so that every change can be reviewed. Check the file, then let {{variable}} name it; the service follows the file within two seconds and records it.',
          { variable: 'SPENDSCOPE_POLICY_FILE' }
        )}
      </p>
      {commands.map((command) => (
        <div key={command} className={styles.buttons}>
          <code className={styles.hash}>{command}</code>
          <ClipboardButton
            size="sm"
            fill="text"
            icon="copy"
            getText={() => command}
            aria-label={t('policy.copy', 'Copy {{command}}', { command })}
          />
        </div>
      ))}
    </>
  );
}
