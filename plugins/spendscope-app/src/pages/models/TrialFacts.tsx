import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import type { ModelTrial } from '@spendscope/contracts';
import type { JSX } from 'react';
import { t } from '../../shared/i18n/t';
import { Facts } from '../Facts';
import { getPageStyles } from '../page.styles';
import { TrialSegments } from './TrialSegments';
import { formatFigure } from './modelFigures';
import { formatGain, traitWords, trialReasonWords } from './trialText';

/** How a retrained version did beside the live one on days that it had not seen, and why it was promoted or not. */
export function TrialFacts({ trial }: { trial: ModelTrial }): JSX.Element {
  const styles = useStyles2(getPageStyles);
  const own = useStyles2(getStyles);
  const { candidate_figures: candidate, live_figures: live, difference, left_out: leftOut, segments } = trial;
  const beside = (name: 'roc_auc' | 'pr_auc' | 'brier'): string | undefined =>
    candidate?.[name] === undefined
      ? undefined
      : live?.[name] === undefined
        ? formatFigure(candidate[name])
        : t('models.trial.beside', '{{candidate}} beside {{live}}', {
            candidate: formatFigure(candidate[name]),
            live: formatFigure(live[name]),
          });
  return (
    <section className={own.trial} aria-label={t('models.trial.label', 'Trial on held-out days')}>
      <h4>
        <Icon name={trial.decision === 'promoted' ? 'check' : 'eye'} />{' '}
        {trial.decision === 'promoted'
          ? t('models.trial.promoted', 'Promoted after its trial')
          : t('models.trial.shadowed', 'Kept as the shadow after its trial')}
      </h4>
      <ul>
        {trial.because.map((reason) => (
          <li key={reason}>{trialReasonWords(reason)}</li>
        ))}
        {trial.live_knew && (
          <li>{t('models.trial.liveKnew', 'The live one may have learnt from these days, which favours it.')}</li>
        )}
        {trial.live_target && (
          <li>
            {t('models.trial.otherTarget', 'The live one was taught {{target}}: calibrations were not compared.', {
              target: trial.live_target,
            })}
          </li>
        )}
      </ul>
      <Facts
        facts={[
          [t('models.trial.days', 'Held-out days'), `${trial.from} – ${trial.to}`],
          [t('models.trial.judgedBy', 'Judged by'), trial.judged_by],
          [
            t('models.trial.rows', 'Rows, of them positive'),
            `${formatFigure(trial.rows)}, ${formatFigure(trial.positives)}`,
          ],
          [t('models.trial.against', 'Beside'), trial.live],
          ['ROC-AUC', beside('roc_auc')],
          [
            t('models.trial.gain', 'Gain, 95 % interval'),
            difference &&
              `${formatGain(difference.difference)} (${formatGain(difference.low)} – ${formatGain(difference.high)})`,
          ],
          ['PR-AUC', beside('pr_auc')],
          [t('models.trial.brier', 'Brier score'), beside('brier')],
          [t('models.trial.margin', 'Margin; of segments'), `${trial.margin}; ${trial.segment_margin}`],
        ]}
      />
      {segments.length > 0 && <TrialSegments trial={trial} />}
      {leftOut.length > 0 && (
        <p className={styles.quiet}>
          {t('models.trial.leftOut', 'Too few to judge (rows, of them positive): {{groups}}', {
            groups: leftOut
              .map(({ trait, value, rows, positives }) => `${traitWords(trait)} ${value} (${rows}, ${positives})`)
              .join(' · '),
          })}
        </p>
      )}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'trial', string> => ({
  trial: css({
    margin: theme.spacing(2, 0),
    '& h4': { fontSize: theme.typography.body.fontSize, marginBottom: theme.spacing(0.5) },
    '& ul': { margin: theme.spacing(0, 0, 1, 2.5) },
  }),
});
