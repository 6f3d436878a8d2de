import { locationService } from '@grafana/runtime';
import { useStyles2 } from '@grafana/ui';
import type { InterventionList } from '@spendscope/contracts';
import type { JSX } from 'react';
import type { Polled } from '../../shared/api/usePolling';
import { t } from '../../shared/i18n/t';
import type { CallerActions } from '../../shared/interventions/useActions';
import { PanelState } from '../../shared/state/PanelState';
import { PlainTable } from '../PlainTable';
import { Section } from '../Section';
import { interventionColumns } from '../interventions/interventionColumns';
import { getPageStyles } from '../page.styles';
import { pagePaths } from '../pagePaths';
import { statusOf } from '../statusOf';

interface ActHistoryProps {
  acts: Polled<InterventionList>;
  actions: CallerActions;
  language: string;
  /** ms since 1970. */
  now: number;
}

/** Everything ever asked for on the account, newest first; each leads to its details and its record. */
export function ActHistory({ acts, actions, language, now }: ActHistoryProps): JSX.Element {
  const styles = useStyles2(getPageStyles);
  const items = acts.value?.items ?? [];
  const open = (id: string): void => {
    const target = items.find((item) => item.id === id)?.target.id ?? '';
    const query = new URLSearchParams({ tab: 'history', target, id });
    locationService.push(`${pagePaths.interventions}?${query.toString()}`);
  };
  return (
    <Section boxed title={t('customer.done', 'What was done, by whom, and did it hold?')}>
      <PanelState status={statusOf(acts)}>
        {items.length === 0 ? (
          <p className={styles.quiet}>{t('customer.nothingDone', 'Nothing was ever asked for on this account.')}</p>
        ) : (
          <PlainTable
            label={t('customer.acts', 'Acts on this account')}
            rows={items}
            keyOf={({ id }) => id}
            columns={interventionColumns({ definitions: actions.value?.actions ?? [], language, now, onChoose: open })}
          />
        )}
      </PanelState>
    </Section>
  );
}
