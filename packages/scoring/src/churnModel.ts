import {
  type BoostedTrees,
  type BoostingParameters,
  type Platt,
  type Preparation,
  type Table,
  calibratedOdds,
  predictBoosted,
  prepare,
  tableOf,
} from '@spendscope/analytics';
import { ScoringError } from './scoringError';

/** The model that gives customers' probabilities: `histogram_boosting` of the comparison, with one of its settings. */
export interface ChurnBoosting {
  parameters: BoostingParameters;
  preparation: Preparation;
  medians: number[];
  trees: BoostedTrees;
  /** from the trees' log-odds to those that are told */
  calibration: Platt;
}

/** Probabilities alone, of rows that the model has not learnt from. */
export const churnProbability = ({ preparation, trees, calibration }: ChurnBoosting, table: Table): Float64Array =>
  calibratedOdds(predictBoosted(trees, prepare(table, preparation)), calibration);

/** The columns that the model learnt from, in its order. @throws ScoringError where the table lacks one */
export function columnsFor({ preparation: { steps } }: ChurnBoosting, { columns }: Table): Table {
  return tableOf(
    steps.map(({ name, kind }) => {
      const column = columns.find((known) => known.name === name && known.kind === kind);
      if (!column) {
        throw new ScoringError(`No loaded customer has a value for "${name}", which the model asks for.`, 'Ingest data that has it.'); // prettier-ignore
      }
      return column;
    })
  );
}
