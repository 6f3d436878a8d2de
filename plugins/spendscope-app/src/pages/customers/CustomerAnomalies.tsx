import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { TextLink, useStyles2 } from '@grafana/ui';
import { type AnomalyHit, anomalyFloor } from '@spendscope/contracts';
import { type JSX, useMemo } from 'react';
import { AnomalyWorkbench } from '../../shared/anomalies/AnomalyWorkbench';
import { rowOfHit } from '../../shared/anomalies/rowOfHit';
import { t } from '../../shared/i18n/t';
import { Section } from '../Section';
import { getPageStyles } from '../page.styles';
import { pagePaths } from '../pagePaths';

interface CustomerAnomaliesProps {
  anomalies: readonly AnomalyHit[];
  token: string;
  language: string;
}

/** Rows that are in view before the table scrolls. */
const mostInView = 6;
const rowHeight = 40;
const headHeight = 34;

/** The customer's newest anomalies in the table of all anomalies, with everything that can be done there. */
export function CustomerAnomalies({ anomalies, token, language }: CustomerAnomaliesProps): JSX.Element {
  const styles = useStyles2(getStyles);
  const page = useStyles2(getPageStyles);
  const rows = useMemo(() => anomalies.map(rowOfHit), [anomalies]);
  return (
    <Section
      boxed
      title={t('customer.wrong', 'What looked wrong, and why?')}
      note={
        <TextLink
          inline={false}
          href={`${pagePaths.anomalies}?user=${encodeURIComponent(token)}&score=${anomalyFloor}&hours=8760`}
        >
          {t('customer.triage', 'Open in triage')}
        </TextLink>
      }
    >
      {rows.length === 0 ? (
        <p className={page.quiet}>
          {t('customer.noAnomalies', 'No transaction of this customer has a score of {{floor}} or more.', {
            floor: anomalyFloor.toFixed(2),
          })}
        </p>
      ) : (
        <div
          className={styles.table}
          style={{ height: headHeight + rowHeight * (Math.min(rows.length, mostInView) + 0.5) }}
        >
          <AnomalyWorkbench
            label={t('triage.name', 'Anomalies')}
            summary={t('customer.anomalyCount', '{{count}} anomalies of {{token}}', {
              count: rows.length,
              token,
              defaultValue_one: '{{count}} anomaly of {{token}}',
            })}
            rows={rows}
            totalRows={rows.length}
            status={{ kind: 'ready' }}
            language={language}
          />
        </div>
      )}
    </Section>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'table', string> => ({
  table: css({ border: `1px solid ${theme.colors.border.weak}`, borderRadius: theme.shape.radius.default }),
});
