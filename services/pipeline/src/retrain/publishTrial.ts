import { type ModelMetric, type ModelTrial, type TrialFigures, indices, trialGroup } from '@spendscope/contracts';
import { type ElasticClient, bulkBatches, bulkEntries, bulkWrite } from '@spendscope/elastic';

/** The figures of a trial as a whole, by the names that metric points and the run's manifest have. */
export function trialMetrics(trial: ModelTrial): Record<string, number> {
  const { rows, positives, decision, candidate_figures: candidate, live_figures: live, difference } = trial;
  const named = (prefix: string, figures: TrialFigures | undefined): Record<string, number> =>
    Object.fromEntries(Object.entries(figures ?? {}).map(([name, value]) => [`${prefix}${name}`, value]));
  return {
    trial_rows: rows,
    trial_positives: positives,
    trial_promoted: Number(decision === 'promoted'),
    ...named('trial_', candidate),
    ...named('trial_live_', live),
    ...(difference
      ? {
          trial_roc_auc_difference: difference.difference,
          trial_roc_auc_difference_low: difference.low,
          trial_roc_auc_difference_high: difference.high,
        }
      : {}),
  };
}

/** Puts a trial's figures, as a whole and segment by segment, among the model's metrics. */
export async function publishTrial(
  client: ElasticClient,
  model: string,
  version: string,
  trial: ModelTrial
): Promise<void> {
  const point = (metric: string, value: number, group: string): ModelMetric => {
    return { '@timestamp': trial.at, model, model_version: version, metric, value, group };
  };
  const points = [
    ...Object.entries(trialMetrics(trial)).map(([metric, value]) => point(metric, value, trialGroup(trial))),
    ...trial.segments.map((segment) => point('trial_roc_auc_difference', segment.difference, trialGroup(trial, segment))), // prettier-ignore
  ];
  const idOf = ({ metric, group }: ModelMetric): string => `${version}-${group!.replaceAll(' ', '-')}-${metric}`;
  await bulkWrite(client, bulkBatches(bulkEntries(indices.modelMetrics.name, points, idOf)));
}
