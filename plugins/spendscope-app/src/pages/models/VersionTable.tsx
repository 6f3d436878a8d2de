import { dateTimeFormat } from '@grafana/data';
import { Badge, Button } from '@grafana/ui';
import type { ListedModel, ListedModelVersion } from '@spendscope/contracts';
import type { JSX } from 'react';
import { t } from '../../shared/i18n/t';
import { PlainTable } from '../PlainTable';
import { formatFigure, metricNamesOf } from './modelFigures';
import { aliasWords, modelWords } from './modelWords';

interface VersionTableProps {
  model: ListedModel;
  /** Why nobody, or not this person, may ask for another live version. */
  refusal?: string;
  onLook: (version: ListedModelVersion) => void;
  onPromote: (version: ListedModelVersion) => void;
}

/** The versions of a model, their figures side by side. */
export function VersionTable({ model, refusal, onLook, onPromote }: VersionTableProps): JSX.Element {
  return (
    <PlainTable<ListedModelVersion>
      label={t('models.versions.label', 'Versions of {{model}}', { model: modelWords(model.name) })}
      rows={model.versions}
      keyOf={({ file }) => file}
      isChosen={({ alias }) => alias === 'live'}
      columns={[
        {
          key: 'version',
          label: t('models.column.version', 'Version'),
          cell: (row) => (
            <Button size="sm" fill="text" onClick={() => onLook(row)}>
              {row.version}
            </Button>
          ),
        },
        {
          key: 'now',
          label: t('models.column.now', 'Now'),
          cell: ({ alias }) =>
            alias ? (
              <Badge
                color={alias === 'live' ? 'green' : 'blue'}
                icon={alias === 'live' ? 'check' : 'eye'}
                text={aliasWords(alias)}
              />
            ) : (
              '–'
            ),
        },
        {
          key: 'trained',
          label: t('models.column.trained', 'Trained'),
          cell: ({ trainedAt }) => (trainedAt ? dateTimeFormat(trainedAt, { format: 'YYYY-MM-DD HH:mm' }) : '–'),
        },
        {
          key: 'ask',
          label: <span className="sr-only">{t('models.column.ask', 'Ask for it')}</span>,
          cell: (row) =>
            row.alias === 'live' ? null : (
              <Button
                size="sm"
                variant="secondary"
                icon="arrow-up"
                disabled={refusal !== undefined}
                tooltip={refusal}
                onClick={() => onPromote(row)}
                aria-label={t('models.promoteVersion', 'Promote {{version}}…', { version: row.version })}
              >
                {t('models.promote', 'Promote…')}
              </Button>
            ),
        },
        {
          key: 'difference',
          label: t('models.column.difference', 'Against the live one'),
          cell: ({ alias, comparison }) =>
            alias === 'live'
              ? '–'
              : comparison
                ? t('models.comparison.short', 'differs by {{mean}}, ranks alike by {{rank}}', {
                    mean: formatFigure(comparison.metrics.score_change_mean),
                    rank: formatFigure(comparison.metrics.rank_correlation),
                  })
                : t('models.comparison.untried', 'not tried'),
        },
        ...metricNamesOf(model.versions).map((name) => ({
          key: `metric ${name}`,
          label: name.replaceAll('_', ' '),
          alignRight: true,
          cell: ({ card }: ListedModelVersion) => formatFigure(card?.metrics[name]),
        })),
      ]}
    />
  );
}
