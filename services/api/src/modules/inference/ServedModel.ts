import { tableOf } from '@spendscope/analytics';
import {
  type InferRequest,
  type InferResponse,
  type ModelFile,
  type ModelMetadata,
  type ModelRef,
  type TensorMetadata,
  mostInferenceRows,
} from '@spendscope/contracts';
import { type ReadChurn, churnProbability, readChurnFile } from '@spendscope/scoring';
import { ApiError } from '../../http/apiError';
import { allColumns, readTable } from './readTable';

const output = 'probability';
const outputs: TensorMetadata[] = [{ name: output, datatype: 'FP64', shape: [-1] }];

/** One version of the churn model, loaded: it never changes, so a request that began on it ends on it. */
export class ServedModel {
  readonly metadata: Omit<ModelMetadata, 'name' | 'versions'>;

  private constructor(
    readonly name: string,
    readonly ref: ModelRef,
    private readonly churn: ReadChurn
  ) {
    const { steps } = churn.model.preparation;
    const inputs = steps.map(({ name: column, kind }): TensorMetadata => {
      return { name: column, datatype: kind === 'category' ? 'BYTES' : 'FP64', shape: [-1] };
    });
    const allInOne = inputs.every(({ datatype }) => datatype === 'FP64')
      ? ` or all in one FP64 tensor "${allColumns}" of [rows, ${steps.length}] in this order,`
      : '';
    this.metadata = {
      platform: 'spendscope-churn',
      inputs,
      outputs,
      description: `How likely each customer leaves, from 0 to 1. One tensor for each column,${allInOne} at most ${mostInferenceRows} rows; null is a value that is not known.`,
    };
  }

  /** @throws ScoringError, or AnalyticsError, where the model is of another form or scores nothing sensible */
  static load(name: string, ref: ModelRef, file: ModelFile): ServedModel {
    const served = new ServedModel(name, ref, readChurnFile(file));
    served.check();
    return served;
  }

  /**
   * @param scored hears of each probability
   * @throws ApiError 400, 413
   */
  infer({ id, inputs, outputs: wanted }: InferRequest, scored: (probability: number) => void): InferResponse {
    const other = wanted?.find(({ name }) => name !== output);
    if (other) {
      throw new ApiError(400, 'output_unknown', `The model has no output "${other.name}"; ask for "${output}".`);
    }
    const { model, threshold } = this.churn;
    const data = [...churnProbability(model, readTable(model.preparation.steps, inputs))];
    data.forEach(scored);
    return {
      model_name: this.name,
      model_version: this.ref.version,
      ...(id === undefined ? {} : { id }),
      parameters: { threshold },
      outputs: [{ name: output, datatype: 'FP64', shape: [data.length], data }],
    };
  }

  /** A model that gives no probability for a customer of whom nothing is known is not fit to serve. */
  private check(): void {
    const nothing = tableOf(
      this.churn.model.preparation.steps.map(({ name, kind }) =>
        kind === 'number' ? { name, kind, values: Float64Array.of(NaN) } : { name, kind, values: [null] }
      )
    );
    const [probability] = churnProbability(this.churn.model, nothing);
    if (!(probability! >= 0 && probability! <= 1)) {
      throw new Error(`The model ${this.ref.file} gives ${probability} as a probability.`);
    }
  }
}
