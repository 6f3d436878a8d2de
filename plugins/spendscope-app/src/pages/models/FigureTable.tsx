import { useStyles2 } from '@grafana/ui';
import type { ListedModelVersion } from '@spendscope/contracts';
import type { JSX } from 'react';
import { t } from '../../shared/i18n/t';
import { PlainTable } from '../PlainTable';
import { getPageStyles } from '../page.styles';
import { formatFigure, metricNamesOf } from './modelFigures';

interface FigureTableProps {
  live?: ListedModelVersion;
  other?: ListedModelVersion;
}

/** The figures of the live version and of another one, side by side. */
export function FigureTable({ live, other }: FigureTableProps): JSX.Element {
  const styles = useStyles2(getPageStyles);
  const names = metricNamesOf([live, other].flatMap((version) => (version ? [version] : [])));
  if (names.length === 0) {
    return <p className={styles.quiet}>{t('models.figures.none', 'No run has told figures of these versions.')}</p>;
  }
  const column = (version: ListedModelVersion | undefined, key: string, label: string) => ({
    ...{ key, label, alignRight: true },
    cell: (name: string) => formatFigure(version?.card?.metrics[name]),
  });
  return (
    <PlainTable<string>
      label={t('models.figures.label', 'Figures of both versions')}
      rows={names}
      keyOf={(name) => name}
      columns={[
        { key: 'name', label: t('models.figures.name', 'Figure'), cell: (name) => name.replaceAll('_', ' ') },
        ...(live
          ? [column(live, 'live', t('models.figures.live', 'Live: {{version}}', { version: live.version }))]
          : []),
        ...(other && other.version !== live?.version ? [column(other, 'other', other.version)] : []),
      ]}
    />
  );
}
