import type { OnnxModelFile } from '@spendscope/contracts';
import { isScoreShape } from './checkOnnx';
import { OnnxSession } from './onnxSession';

/** Rows that are judged together: enough to forget the cost of a call, little memory. */
const blockRows = 16_384;

/** An imported model that scores rows: higher is more, NaN where the model gives no number. */
export class OnnxScorer {
  private constructor(
    private readonly session: OnnxSession,
    private readonly model: OnnxModelFile
  ) {}

  static async open(model: OnnxModelFile): Promise<OnnxScorer> {
    return new OnnxScorer(await OnnxSession.open(Buffer.from(model.onnx, 'base64')), model);
  }

  /** @param values of the model's features, row by row */
  async score(values: Float64Array): Promise<Float64Array> {
    const { features, input, dtype, output, higher_is_more: higher } = this.model;
    const columns = features.length;
    const scores = new Float64Array(values.length / columns);
    for (let from = 0; from < scores.length; from += blockRows) {
      const to = Math.min(scores.length, from + blockRows);
      const part = values.slice(from * columns, to * columns);
      const rows = to - from;
      const { dims, values: given } = await this.session.run({ input, dtype, output, values: part, rows, columns });
      if (!isScoreShape(dims, rows)) {
        throw new Error(`The model gave [${dims.join(', ')}] for ${rows} rows.`);
      }
      const width = given.length / rows;
      for (let row = 0; row < rows; row++) {
        const score = given[row * width + width - 1]!;
        scores[from + row] = higher ? score : -score;
      }
    }
    return scores;
  }

  close(): Promise<void> {
    return this.session.close();
  }
}
