import { useStyles2 } from '@grafana/ui';
import { type ActionName, type Intervention, anomalyFloor } from '@spendscope/contracts';
import { type JSX, useCallback } from 'react';
import { rowReasons } from '../../shared/anomalies/reasonWords';
import { rowOfHit } from '../../shared/anomalies/rowOfHit';
import { spendscopeApi } from '../../shared/api/spendscopeApi';
import { usePolling } from '../../shared/api/usePolling';
import { t } from '../../shared/i18n/t';
import { statusWords } from '../../shared/interventions/actionTexts';
import { PlainTable } from '../PlainTable';
import { getPageStyles } from '../page.styles';

interface Now {
  score?: number;
  reasons: string[];
  inForce: ActionName[];
}

async function loadNow({ target }: Pick<Intervention, 'target'>, signal: AbortSignal): Promise<Now> {
  const ofAccount = target.type === 'account';
  const [{ states }, anomalies] = await Promise.all([
    spendscopeApi.states([target], signal),
    ofAccount
      ? spendscopeApi.anomalies({ user: target.id, minScore: anomalyFloor, sort: 'score', size: 1 }, signal)
      : undefined,
  ]);
  const highest = anomalies?.items[0];
  return {
    score: highest?.anomaly.anomalyScore,
    reasons: highest ? rowReasons(rowOfHit(highest)) : [],
    inForce: (states[0]?.interventions ?? []).flatMap(({ action, state }) => (state === 'active' ? [action] : [])),
  };
}

function compared(then: number | undefined, now: number | undefined): string {
  if (then === undefined || now === undefined || Math.abs(now - then) < 0.005) {
    return then === undefined ? '–' : t('interventionsPage.evidence.same', 'the same');
  }
  return now > then
    ? t('interventionsPage.evidence.stronger', '▲ stronger')
    : t('interventionsPage.evidence.weaker', '▼ weaker');
}

/** Where the request named what it was asked on, it is approved on nothing else. */
function comparedState(then: readonly ActionName[] | undefined, now: readonly ActionName[]): string {
  const same = then?.every((action) => now.includes(action)) && now.every((action) => then.includes(action));
  if (!then) {
    return '';
  }
  return same
    ? t('interventionsPage.evidence.same', 'the same')
    : t('interventionsPage.evidence.changed', 'changed: it cannot be approved any more');
}

const asScore = (score: number | undefined): string => score?.toFixed(2) ?? '–';

/** What spoke for it when it was asked for, and what speaks now. */
export function EvidenceNow({ intervention }: { intervention: Intervention }): JSX.Element {
  const styles = useStyles2(getPageStyles);
  const { type, id } = intervention.target;
  const load = useCallback((signal: AbortSignal) => loadNow({ target: { type, id } }, signal), [type, id]);
  const { value: now, error } = usePolling(load);
  const then = intervention.evidence?.score;
  const asked = intervention.if_state;
  const inWords = (actions: readonly ActionName[]): string =>
    actions.map((action) => statusWords(action, 'active')).join(', ') || t('interventionsPage.evidence.none', 'none');
  return (
    <>
      <PlainTable
        label={t('interventionsPage.evidence.label', 'Evidence then and now')}
        keyOf={({ key }) => key}
        rows={[
          {
            key: 'score',
            what: t('interventionsPage.evidence.score', 'Anomaly score'),
            before: asScore(then),
            after: now ? asScore(now.score) : '…',
            reads: now ? compared(then, now.score) : '',
          },
          {
            key: 'inForce',
            what: t('interventionsPage.evidence.inForce', 'In force on it'),
            before: asked ? inWords(asked) : '–',
            after: now ? inWords(now.inForce) : '…',
            reads: now ? comparedState(asked, now.inForce) : '',
          },
        ]}
        columns={[
          { key: 'what', label: t('interventionsPage.evidence.what', 'Evidence'), cell: ({ what }) => what },
          { key: 'then', label: t('interventionsPage.evidence.then', 'When asked'), cell: ({ before }) => before },
          { key: 'now', label: t('interventionsPage.evidence.now', 'Now'), cell: ({ after }) => after },
          { key: 'reads', label: t('interventionsPage.evidence.reads', 'Reads as'), cell: ({ reads }) => reads },
        ]}
      />
      <p className={styles.quiet} role={error ? 'status' : undefined}>
        {error
          ? t('interventionsPage.evidence.failed', 'What speaks now could not be read: {{reason}}', {
              reason: error.message,
            })
          : now?.reasons.join(' · ')}
      </p>
    </>
  );
}
