import { Button, Field, Input } from '@grafana/ui';
import type { BatchRequest, BatchResult, ReasonCode } from '@spendscope/contracts';
import { type JSX, useCallback, useState } from 'react';
import type { AnomalyRow } from '../anomalies/anomalyRow';
import { spendscopeApi } from '../api/spendscopeApi';
import { t } from '../i18n/t';
import { ActDialog } from './ActDialog';
import { BatchOutcome } from './BatchOutcome';
import { RequestFields } from './RequestFields';
import { SubmitError } from './SubmitError';
import { durationWords, inLanguage } from './actionTexts';
import type { BulkPlan, ExclusionReason } from './bulkPlan';
import { formFaults, initialForm, requestOf } from './requestOf';
import { stateDiffers } from './stateDiffers';
import { targetKey } from './targets';
import { useSubmit } from './useSubmit';

/** Above so many the number has to be typed. */
const typedAbove = 10;

interface BulkDialogProps {
  plan: BulkPlan;
  reasonCodes: readonly ReasonCode[];
  language: string;
  /** Asks for what is in force again. */
  refreshStates: () => Promise<void>;
  /** Plans anew for the rows whose targets changed meanwhile. */
  onLookAgain: (rows: readonly AnomalyRow[]) => void;
  onDismiss: () => void;
}

function exclusionWords(reason: ExclusionReason, count: number): string {
  const words: Record<ExclusionReason, string> = {
    'no-target': t('interventions.bulk.noTarget', '{{count}} without a target', { count }),
    already: t('interventions.bulk.already', '{{count}} have it already', {
      count,
      defaultValue_one: '{{count}} has it already',
    }),
    duplicate: t('interventions.bulk.duplicate', '{{count}} of the same customer', { count }),
  };
  return words[reason];
}

function exclusions({ excluded }: BulkPlan): string {
  const counts = new Map<ExclusionReason, number>();
  for (const { reason } of excluded) {
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].map(([reason, count]) => exclusionWords(reason, count)).join(', ');
}

/** The rows of the plan whose targets were not as they were looked at. */
function changedRows({ items }: BulkPlan, result: BatchResult | undefined): AnomalyRow[] {
  const changed = new Set((result?.items ?? []).filter(stateDiffers).map(({ target }) => targetKey(target)));
  return items.filter(({ target }) => changed.has(targetKey(target))).map(({ row }) => row);
}

/** One action on many targets, one reason; afterwards what became of each, and another look at those that changed meanwhile. */
export function BulkDialog(props: BulkDialogProps): JSX.Element {
  const { plan, reasonCodes, language, refreshStates, onLookAgain, onDismiss } = props;
  const { definition, items } = plan;
  const [form, setForm] = useState(() => initialForm(definition));
  const [tried, setTried] = useState(false);
  const [typed, setTyped] = useState('');
  const [result, setResult] = useState<BatchResult>();
  const send = useCallback(
    async (body: BatchRequest, key: string): Promise<BatchResult> => {
      const answer = await spendscopeApi.interveneMany(body, key);
      await refreshStates();
      return answer;
    },
    [refreshStates]
  );
  const { sending, slow, error, submit } = useSubmit(send);
  const verb = inLanguage(definition.label, language);
  const leftOut = exclusions(plan);
  const needsTyping = items.length > typedAbove || form.durationSec === undefined;
  const unlocked = !needsTyping || typed.trim() === String(items.length);

  const onConfirm = async (): Promise<void> => {
    setTried(true);
    if (formFaults(form).length > 0 || !unlocked) {
      return;
    }
    setResult(await submit({ items: items.map((item) => requestOf(definition, item.target, form, item)) }));
  };

  const changed = changedRows(plan, result);
  const onAgain = (): void => {
    setResult(undefined);
    setTyped('');
    onLookAgain(changed);
  };

  const dismiss = sending && !slow ? undefined : onDismiss;

  return (
    <ActDialog
      title={t('interventions.bulk.title', '{{verb}} for {{count}} targets {{time}}?', {
        verb,
        count: items.length,
        time: durationWords(form.durationSec),
        defaultValue_one: '{{verb}} for {{count}} target {{time}}?',
      })}
      effect={
        <>
          {inLanguage(definition.effect, language)}{' '}
          {leftOut && t('interventions.bulk.leftOut', 'Left out: {{leftOut}}.', { leftOut })}
        </>
      }
      onDismiss={dismiss}
      buttons={
        <>
          <Button variant="secondary" fill="outline" onClick={onDismiss} disabled={sending && !slow}>
            {result ? t('interventions.close', 'Close') : t('interventions.cancel', 'Cancel')}
          </Button>
          {changed.length > 0 && (
            <Button icon="sync" onClick={onAgain}>
              {t('interventions.bulk.again', 'Look again at the {{count}} that changed', {
                count: changed.length,
                defaultValue_one: 'Look again at the one that changed',
              })}
            </Button>
          )}
          {!result && (
            <Button
              variant={definition.destructive ? 'destructive' : 'primary'}
              disabled={sending || items.length === 0}
              onClick={() => void onConfirm()}
            >
              {sending
                ? t('interventions.requested', 'Requested…')
                : t('interventions.bulk.confirm', '{{verb}}: {{count}}', { verb, count: items.length })}
            </Button>
          )}
        </>
      }
    >
      {result ? (
        <BatchOutcome result={result} />
      ) : (
        <>
          <RequestFields
            definition={definition}
            form={form}
            onChange={setForm}
            reasonCodes={reasonCodes}
            disabled={sending}
            showFaults={tried}
          />
          {needsTyping && (
            <Field
              htmlFor="spendscope-bulk-count"
              label={t('interventions.bulk.type', 'Type the number of targets: {{count}}', { count: items.length })}
              invalid={tried && !unlocked}
            >
              <Input
                id="spendscope-bulk-count"
                width={12}
                value={typed}
                disabled={sending}
                onChange={(event) => setTyped(event.currentTarget.value)}
              />
            </Field>
          )}
          {error && <SubmitError error={error} />}
        </>
      )}
    </ActDialog>
  );
}
