import { Stack, useStyles2 } from '@grafana/ui';
import { type JobOccurrence, occurrenceStates } from '@spendscope/contracts';
import { type JSX, useCallback } from 'react';
import { jobApi } from '../../shared/api/jobApi';
import { usePolling } from '../../shared/api/usePolling';
import { t } from '../../shared/i18n/t';
import { PanelState } from '../../shared/state/PanelState';
import { ChoiceFilter } from '../ChoiceFilter';
import { Section } from '../Section';
import { getPageStyles } from '../page.styles';
import { statusOf } from '../statusOf';
import { RunTable } from './RunTable';
import { stateWords } from './jobWords';

interface RunsSectionProps {
  jobs: readonly string[];
  job?: string;
  state?: string;
  run?: string;
  zoneOf: (jobId: string) => string;
  onChange: (changes: Record<string, string | undefined>) => void;
}

const askEveryMs = 5_000;
const isState = (text: string | undefined): text is JobOccurrence['state'] =>
  (occurrenceStates as readonly (string | undefined)[]).includes(text);

/** Runs of all jobs or of one, filtered by the address. */
export function RunsSection({ jobs, job, state, run, zoneOf, onChange }: RunsSectionProps): JSX.Element {
  const styles = useStyles2(getPageStyles);
  const wanted = isState(state) ? state : undefined;
  const load = useCallback((signal: AbortSignal) => jobApi.occurrences({ job, state: wanted }, signal), [job, wanted]);
  const list = usePolling(load, { intervalMs: askEveryMs });
  const { items = [], total = 0 } = list.value ?? {};
  const all = t('audit.filter.all', 'all');
  return (
    <Section
      boxed
      title={t('jobs.runs.title', 'What became of the last runs?')}
      note={
        list.value && total > items.length
          ? t('jobs.runs.cut', 'The newest {{shown, number}} of {{total, number}}.', { shown: items.length, total })
          : undefined
      }
    >
      <Stack direction="row" wrap="wrap" gap={1}>
        <ChoiceFilter
          {...{ id: 'jobs-filter-job', label: t('jobs.column.job', 'Job'), width: 26, all, value: job }}
          options={jobs.map((id) => ({ value: id, label: id }))}
          onChange={(value) => onChange({ job: value })}
        />
        <ChoiceFilter
          {...{ id: 'jobs-filter-state', label: t('jobs.column.outcome', 'Outcome'), width: 20, all, value: wanted }}
          options={occurrenceStates.map((value) => ({ value: value as string, label: stateWords(value) }))}
          onChange={(value) => onChange({ state: value })}
        />
      </Stack>
      <PanelState status={statusOf(list)}>
        {items.length === 0 ? (
          <p className={styles.quiet}>
            {job || wanted
              ? t('jobs.runs.noneSuch', 'No run fits these filters.')
              : t('jobs.runs.none', 'Nothing was due yet.')}
          </p>
        ) : (
          <RunTable runs={items} zoneOf={zoneOf} chosen={run} onOpen={(id) => onChange({ run: id })} />
        )}
      </PanelState>
    </Section>
  );
}
