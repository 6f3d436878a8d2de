import type { DataFrame } from '@grafana/data';
import { isSegmentsFrame, readSegments, type SegmentRow } from '../../shared/segments/readSegments';
import { sourceLabel } from './labels';
import type { Baseline, PersonaCard, PersonasView, Prepared } from './types';

const figures = ['recency', 'frequency', 'monetary'] as const;

function baselinesOf(segment: SegmentRow): Baseline[] {
  return figures.map((key) => {
    const value = segment.means[key];
    const population = segment.population[key];
    return { key, value, population, ratio: population > 0 ? value / population : NaN };
  });
}

/** Mean over customers: the clusters' rates weighted by their sizes. */
function populationChurn(segments: readonly SegmentRow[]): number {
  const known = segments.filter(({ churn, size }) => !Number.isNaN(churn.rate) && size > 0);
  const customers = known.reduce((sum, { size }) => sum + size, 0);
  return known.reduce((sum, { churn, size }) => sum + churn.rate * size, 0) / customers;
}

function moneyOf(frame: DataFrame): PersonasView['money'] {
  const field = frame.fields.find(({ name, config }) => name.endsWith('monetary') && config.unit);
  return { unit: field?.config.unit, decimals: field?.config.decimals, name: field?.config.displayName };
}

/** Cards of the newest run, by rank; never changes the frames. */
export function preparePersonaCards(frames: readonly DataFrame[]): Prepared {
  const frame = frames.find(isSegmentsFrame);
  if (!frame) {
    const filled = frames.find(({ length }) => length > 0);
    return filled ? { kind: 'misconfigured', columns: filled.fields.map(({ name }) => name) } : { kind: 'empty' };
  }
  const segments = readSegments(frame);
  if (segments.length === 0) {
    return { kind: 'empty' };
  }
  const population = populationChurn(segments);
  const customers = segments.reduce((sum, { size }) => sum + (size || 0), 0);
  const cards = segments.map((segment, position): PersonaCard => ({
    cluster: segment.cluster,
    name: segment.name,
    title: segment.title,
    description: segment.description,
    rank: segment.rank || position + 1,
    size: segment.size,
    share: Number.isNaN(segment.share) ? segment.size / customers : segment.share,
    churn: { ...segment.churn, population },
    spendShare: segment.spendShare,
    baselines: baselinesOf(segment),
    priority: segment.priority,
    priorityInputs: segment.priorityInputs,
    priorityWeights: segment.priorityWeights,
    strategies: [...segment.strategies],
    rule: segment.rule,
    source: segment.source && sourceLabel(segment),
    byModel: segment.source === 'model',
  }));
  return {
    kind: 'view',
    view: { runId: segments[0]!.runId, cards, customers, money: moneyOf(frame), computedAt: segments[0]!.createdAt },
  };
}
