import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { Combobox, Field, useStyles2 } from '@grafana/ui';
import type { SegmentComparison } from '@spendscope/contracts';
import { useId, type JSX } from 'react';
import { formatCount, formatShare } from '../../../shared/format/formatCount';
import { t } from '../../../shared/i18n/t';
import { SubmitError } from '../../../shared/interventions/SubmitError';
import type { RunComparisonState } from '../../../shared/segments/useRunComparison';
import { SkeletonRows } from '../../../shared/state/SkeletonRows';
import { getDrawerStyles } from './drawer.styles';

const getStyles = (theme: GrafanaTheme2): string =>
  css({
    width: '100%',
    fontSize: 13,
    fontVariantNumeric: 'tabular-nums',
    '& th, & td': {
      padding: theme.spacing(0.5),
      textAlign: 'right',
      borderBottom: `1px solid ${theme.colors.border.weak}`,
      fontWeight: 400,
    },
    '& th:first-of-type, & td:nth-of-type(1)': { textAlign: 'left' },
    '& thead th': { color: theme.colors.text.secondary, fontSize: 12 },
    '& tr[data-stayed="true"]': { color: theme.colors.text.secondary },
  });

/** Who moved between clusters since an earlier run; the plot shows where the clusters' centres were. */
export function RunComparison({ runs, earlier, choose, comparison, error }: RunComparisonState): JSX.Element {
  const styles = useStyles2(getDrawerStyles);
  const id = useId();
  const others = runs?.items.slice(1) ?? [];
  if (error) {
    return <SubmitError error={error} />;
  }
  if (!runs) {
    return <SkeletonRows rows={6} />;
  }
  if (others.length === 0) {
    return (
      <p className={styles.section}>
        {t('explorer.runs.none', 'There is no earlier run to compare with: the next analysis makes the first one.')}
      </p>
    );
  }
  return (
    <div className={styles.section}>
      <Field htmlFor={id} label={t('explorer.runs.with', 'Compare the newest run with')}>
        <Combobox
          id={id}
          value={earlier ?? null}
          options={others.map(({ runId, createdAt }) => ({
            value: runId,
            label: dateTimeFormat(createdAt, { format: 'YYYY-MM-DD HH:mm' }),
          }))}
          onChange={({ value }) => choose(value)}
        />
      </Field>
      {earlier && !comparison && <SkeletonRows rows={4} />}
      {comparison && <Moves comparison={comparison} />}
    </div>
  );
}

function Moves({ comparison: { moves } }: { comparison: SegmentComparison }): JSX.Element {
  const styles = useStyles2(getStyles);
  if (!moves) {
    return (
      <p>
        {t(
          'explorer.runs.noMoves',
          'Who moved is kept for the run just before the newest only. The arrows show how the centres moved.'
        )}
      </p>
    );
  }
  return (
    <table className={styles}>
      <caption className="sr-only">{t('explorer.runs.caption', 'Customers by their cluster then and now')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('explorer.runs.from', 'From')}</th>
          <th scope="col">{t('explorer.runs.to', 'To')}</th>
          <th scope="col">{t('explorer.table.customers', 'Customers')}</th>
          <th scope="col">{t('explorer.runs.share', 'Of from')}</th>
        </tr>
      </thead>
      <tbody>
        {moves.map(({ from_name: from, to_name: to, customers, share, stayed }) => (
          <tr key={`${from} ${to}`} data-stayed={stayed}>
            <td>{from}</td>
            <td>{stayed && from === to ? t('explorer.runs.stayed', 'stayed') : to}</td>
            <td>{formatCount(customers)}</td>
            <td>{formatShare(share)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
