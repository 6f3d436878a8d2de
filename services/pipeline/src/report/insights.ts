import type { Insight } from '@spendscope/contracts';
import { claimTitle, count, fieldLabels, findingSentence, share } from '@spendscope/findings';
import { reportWords } from '../words/reportWords';
import { anomalyPeak } from './anomalyFinding';
import type { ReportData } from './collectReport';
import type { Finding } from './findings';

const alpha = 0.05;

/** Each question that a report asks, with its answer in a sentence that comes from the computed result alone. */
export function reportInsights(
  { findings, anomalies }: ReportData,
  { runId, at }: { runId: string; at: Date }
): Insight[] {
  const stamp = { run_id: runId, period: 'all loaded data', created_at: at.toISOString() };
  const asked = [...new Set([...findings.shares, ...findings.boxes, ...(findings.pair ? [findings.pair] : [])])];
  const peak = 'hours' in anomalies ? anomalyPeak(anomalies.hours) : undefined;
  const words = reportWords.en;
  return [
    ...asked.map((finding) => ({ ...stamp, ...insightOf(finding, finding === findings.pair ? 'pair' : 'churn') })),
    ...(peak
      ? [
          {
            ...stamp,
            kind: 'anomalies' as const,
            question: words.sections.anomalies,
            group: peak.type,
            value: peak.rate,
            p: peak.correctedP,
            verdict: `${words.anomalyFinding(peak.type, `${peak.hour}:00`, share(peak.rate, 'en'), share(peak.overall, 'en'))} (${words.anomaliesOf(count(peak.anomalies, 'en'), count(peak.transactions, 'en'))}).`,
          },
        ]
      : []),
  ];
}

function insightOf(finding: Finding, kind: 'churn' | 'pair'): Omit<Insight, 'run_id' | 'period' | 'created_at'> {
  const { claim, result, correctedP } = finding;
  const differs = correctedP !== undefined && correctedP < alpha;
  const told = {
    kind,
    question: claimTitle(finding, 'en'),
    group: fieldLabels.en[claim.factor.field],
    verdict: findingSentence(claim, result, differs, 'en'),
  };
  if ('tooLittle' in result) {
    return { ...told, value: result.n };
  }
  const { value, low, high } = result.effect;
  const finite = Number.isFinite(low) && Number.isFinite(high) ? { low, high } : {};
  return { ...told, value: result.n, ...(Number.isFinite(value) ? { effect: value } : {}), ...finite, p: correctedP };
}
