import { useStyles2 } from '@grafana/ui';
import type { JSX } from 'react';
import { formatCount } from '../../../shared/format/formatCount';
import { t } from '../../../shared/i18n/t';
import { PlainTable } from '../../PlainTable';
import { getPageStyles } from '../../page.styles';

/** Documents by index, the most first; indices without any are left out. */
export function ErasureCounts({ counts }: { counts: Readonly<Record<string, number>> }): JSX.Element {
  const styles = useStyles2(getPageStyles);
  const rows = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort(([, left], [, right]) => right - left);
  return (
    <PlainTable<[string, number]>
      label={t('privacy.erase.counts', 'Documents by index')}
      rows={rows}
      keyOf={([index]) => index}
      columns={[
        {
          key: 'index',
          label: t('privacy.erase.index', 'Index'),
          cell: ([index]) => <code className={styles.mono}>{index}</code>,
        },
        {
          key: 'count',
          label: t('privacy.erase.documents', 'Documents'),
          alignRight: true,
          cell: ([, count]) => formatCount(count),
        },
      ]}
    />
  );
}
