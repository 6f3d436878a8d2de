import { writeFileSync } from 'node:fs';
import type { OnnxModelFile } from '@spendscope/contracts';
import type { ModelRegistry } from '@spendscope/registry';
import type { Command } from 'commander';
import { connectElasticsearch } from '../elasticsearch';
import { registryOf } from '../models/registry';
import type { GlobalOptions } from '../program';
import { withStore } from '../runs/withStore';
import { compareScores } from '../shadow/compareScores';
import { printShadow } from '../shadow/printShadow';
import { publishShadow } from '../shadow/publishShadow';
import { scoreAnomalyShadow } from '../shadow/scoreAnomalies';
import { scoreChurnShadow } from '../shadow/scoreChurn';
import type { ShadowScores } from '../shadow/shadowScores';
import { openStateFolder } from '../stateFolder';
import { say } from '../terminal';
import { UserError } from '../userError';

interface ScoreFlags {
  truth?: string;
  out?: string;
  json?: boolean;
}

export function addScore(program: Command, signal: AbortSignal): void {
  program
    .command('score')
    .description('Score what is loaded by an imported model, beside the live one; its scores decide nothing.')
    .argument('<model>', 'name that it was imported under')
    .option('--truth <file>', 'judge a model of anomalies by the truth.csv of generated data')
    .option('--out <file>', 'write id, score and live score of every row as CSV')
    .option('--json', 'print the figures as JSON')
    .action(async (name: string, { truth, out, json }: ScoreFlags) => {
      const { stateDir } = program.opts<GlobalOptions>();
      const registry = registryOf(openStateFolder(stateDir));
      const { file, model } = await findShadow(registry, name);
      const client = await connectElasticsearch();
      try {
        const scores = await withStore({ stateDir, signal }, (reader) =>
          model.kind === 'churn'
            ? scoreChurnShadow(reader, client, model)
            : scoreAnomalyShadow(reader, model, { truth, signal })
        );
        const compared = compareScores(scores);
        await publishShadow(client, registry, { model, file, compared, at: new Date() });
        if (out) {
          writeScores(out, scores);
        }
        say(json ? JSON.stringify(compared, null, 2) : printShadow(name, compared));
      } finally {
        await client.close();
      }
    });
}

async function findShadow(registry: ModelRegistry, name: string): Promise<{ file: string; model: OnnxModelFile }> {
  const { shadow } = (await registry.knows(name)) ? await registry.head(name) : {};
  const model = shadow && (await registry.readRef(shadow));
  if (model?.format !== 'spendscope-onnx') {
    throw new UserError(`No imported model is called "${name}".`, 'Import one: spendscope models import FILE.onnx …');
  }
  return { file: shadow!.file, model: model as OnnxModelFile };
}

function writeScores(out: string, { ids, shadow, live }: ShadowScores): void {
  const text = (score: number): string => (Number.isNaN(score) ? '' : String(score));
  const lines = ids.map((id, row) => `${id},${text(shadow[row]!)},${text(live[row]!)}\n`);
  try {
    writeFileSync(out, `id,score,live_score\n${lines.join('')}`);
  } catch (cause) {
    throw new UserError(`${out} cannot be written.`, 'Give another place with --out.', { cause });
  }
}
