import { Button, Checkbox, useStyles2 } from '@grafana/ui';
import type { Intervention } from '@spendscope/contracts';
import { type JSX, useState } from 'react';
import { formatCount } from '../../shared/format/formatCount';
import { useNow } from '../../shared/format/useNow';
import { t } from '../../shared/i18n/t';
import type { CallerActions } from '../../shared/interventions/useActions';
import { type PlainColumn, PlainTable } from '../PlainTable';
import { getPageStyles } from '../page.styles';
import type { ActiveAct } from './ActiveDialog';
import { interventionColumns } from './interventionColumns';
import { getTabStyles } from './tab.styles';

interface ActiveTableProps {
  /** In the order in which they are shown. */
  items: readonly Intervention[];
  /** There may be more than are shown. */
  total: number;
  actions: CallerActions;
  language: string;
  /** Id of the one that is opened. */
  chosen?: string;
  onChoose: (id: string) => void;
  onAct: (act: ActiveAct) => void;
}

/** What is in force, with ticks and buttons for who may release. */
export function ActiveTable(props: ActiveTableProps): JSX.Element {
  const { items, total, actions, language, chosen, onChoose, onAct } = props;
  const styles = useStyles2(getTabStyles);
  const page = useStyles2(getPageStyles);
  const now = useNow();
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const may = actions.may('interventions:release') && actions.value?.mode !== 'readonly';
  // What was released meanwhile is ticked no more.
  const ticked = items.filter((item) => ids.has(item.id));

  const toggle = ({ id }: Intervention): void =>
    setIds((before) => new Set(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id]));
  const toggleAll = (): void => setIds(new Set(ticked.length === items.length ? [] : items.map((item) => item.id)));

  const tick: PlainColumn<Intervention> = {
    key: 'tick',
    label: (
      <Checkbox
        aria-label={t('interventionsPage.tickAll', 'Tick all')}
        value={ticked.length === items.length}
        indeterminate={ticked.length > 0 && ticked.length < items.length}
        onChange={toggleAll}
      />
    ),
    cell: (item) => (
      <Checkbox
        aria-label={t('interventionsPage.tick', 'Tick {{target}}', { target: item.target.id })}
        value={ids.has(item.id)}
        onChange={() => toggle(item)}
      />
    ),
  };
  const acts: PlainColumn<Intervention> = {
    key: 'acts',
    label: t('interventionsPage.column.acts', 'Actions'),
    cell: (item) => (
      <span className={styles.acts}>
        <Button size="sm" variant="secondary" onClick={() => onAct({ kind: 'extend', item })}>
          {t('interventionsPage.extend', 'Extend')}
        </Button>
        <Button size="sm" variant="secondary" icon="unlock" onClick={() => onAct({ kind: 'release', item })}>
          {t('interventions.release', 'Release')}
        </Button>
      </span>
    ),
  };
  const facts = interventionColumns({ definitions: actions.value?.actions ?? [], language, now, chosen, onChoose });

  return (
    <div className={styles.list}>
      <div className={styles.toolbar}>
        <span className={page.quiet}>
          {total > items.length
            ? t('interventionsPage.shownOf', 'The newest {{shown}} of {{total}} are shown', {
                shown: formatCount(items.length),
                total: formatCount(total),
              })
            : t('interventionsPage.activeCount', '{{count}} in force, what ends first on top', { count: items.length })}
        </span>
        {may && (
          <Button
            size="sm"
            variant="secondary"
            icon="unlock"
            disabled={ticked.length === 0}
            onClick={() => onAct({ kind: 'bulk', items: ticked })}
          >
            {t('interventionsPage.releaseTicked', 'Release ticked: {{count, number}}…', { count: ticked.length })}
          </Button>
        )}
      </div>
      <PlainTable
        label={t('interventionsPage.tab.active', 'In force')}
        rows={items}
        keyOf={(item) => item.id}
        isChosen={(item) => item.id === chosen}
        columns={may ? [tick, ...facts, acts] : facts}
      />
    </div>
  );
}
