import type { Segment } from '@spendscope/contracts';
import type { ChurnBasis } from './churn/churnEstimate';
import { type Persona, personaVersion } from './personas/describeCluster';
import type { Plane } from './plane';
import { type Figures, type Segmentation } from './segmentCustomers';

export function buildSegments(
  segmentation: Segmentation,
  personas: readonly Persona[],
  context: { runId: string; basis: ChurnBasis; at: Date; plane?: Plane }
): Segment[] {
  const { population, priorityWeights, k, inertia, silhouette, silhouetteSample } = segmentation;
  return segmentation.clusters.map((cluster, i) => ({
    run_id: context.runId,
    cluster: cluster.cluster,
    name: personas[i]!.name,
    description: personas[i]!.description,
    size: cluster.size,
    share: cluster.share,
    means: plain(cluster.means),
    medians: plain(cluster.medians),
    z: plain(cluster.z),
    population: plain(population),
    centroid: {
      log_recency: cluster.centroid.recency,
      log_frequency: cluster.centroid.frequency,
      log_monetary: cluster.centroid.monetary,
      ...(context.plane ? centreOn(context.plane, segmentation.labels, cluster.cluster) : {}),
    },
    spend_share: cluster.spendShare,
    churn_rate: cluster.churnRate,
    churn_low: cluster.churnLow,
    churn_high: cluster.churnHigh,
    churn_basis: context.basis,
    priority: cluster.priority,
    priority_inputs: {
      size: cluster.size,
      mean_monetary: cluster.means.monetary,
      churn_probability: cluster.meanChurnProbability,
    },
    priority_weights: { ...priorityWeights },
    rank: cluster.rank,
    strategies: personas[i]!.strategies,
    rule: personas[i]!.rule,
    translations: personas[i]!.translations,
    source: 'rules',
    source_detail: `version ${personaVersion}`,
    quality: { k, inertia, silhouette, silhouette_sample: silhouetteSample },
    created_at: context.at.toISOString(),
  }));
}

const plain = ({ recency, frequency, monetary }: Figures): Figures => ({ recency, frequency, monetary });

function centreOn({ pca1, pca2 }: Plane, labels: Int32Array, cluster: number): { pca1: number; pca2: number } {
  const mean = (values: Float64Array): number => {
    let [sum, count] = [0, 0];
    values.forEach((value, row) => {
      if (labels[row] === cluster) {
        sum += value;
        count += 1;
      }
    });
    return sum / count;
  };
  return { pca1: mean(pca1), pca2: mean(pca2) };
}
