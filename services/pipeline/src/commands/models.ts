import { type ModelRegistry, modelName } from '@spendscope/registry';
import { type Command, Option } from 'commander';
import { exitCodes } from '../exitCodes';
import { exportModel, findModel, importModel, listModels } from '../models/interchange';
import { type OnnxKind, importOnnx, onnxKinds } from '../models/onnx/importOnnx';
import { printCard, printModels } from '../models/printModels';
import { registryOf } from '../models/registry';
import type { GlobalOptions } from '../program';
import { openStateFolder } from '../stateFolder';
import { say } from '../terminal';
import { UserError } from '../userError';
import { addModelHistory } from './modelHistory';

interface ImportFlags {
  name?: string;
  features?: string;
  kind: OnnxKind;
  output?: string;
  lower?: boolean;
  live?: boolean;
}

export function addModels(program: Command, signal: AbortSignal): void {
  const models = program.command('models').description('Models: look, check, hand over, take in, promote, roll back.');
  const registry = (): ModelRegistry => registryOf(openStateFolder(program.opts<GlobalOptions>().stateDir));
  models
    .command('list')
    .description('All models, with what they are for now.')
    .action(async () => say(printModels(await listModels(registry()))));
  models
    .command('show')
    .description('The card of a model: what it is, what it learnt from, figures, intended use, limits.')
    .argument('<model>', 'name, or file')
    .option('--json', 'print the card as JSON')
    .action(async (wanted: string, { json }: { json?: boolean }) => {
      const from = registry();
      const model = await from.read(await findModel(from, wanted));
      say(json ? JSON.stringify(model.card, null, 2) : printCard(model));
    });
  models
    .command('verify')
    .description('Whether every model (or one) is what its hash says and of the contract’s form.')
    .argument('[model]', 'name, or file')
    .action(async (wanted?: string) => {
      const from = registry();
      const file = wanted === undefined ? undefined : await findModel(from, wanted);
      const found = (await listModels(from)).filter((model) => file === undefined || model.file === file);
      say(found.map((model) => `${model.file}: ${model.problem ?? 'as it was saved'}`).join('\n') || 'No model yet.');
      const broken = found.filter(({ problem }) => problem);
      if (broken.length > 0) {
        throw new UserError(`${broken.length} of ${found.length} models are not as they were saved.`, 'Analyze anew, or import them again.'); // prettier-ignore
      }
    });
  models
    .command('export')
    .description('Copy a model to a file of its own, checked.')
    .argument('<model>', 'name, or file')
    .requiredOption('--out <file>', 'where it goes')
    .action(async (wanted: string, { out }: { out: string }) => {
      const from = registry();
      const file = await findModel(from, wanted);
      await exportModel(from, file, out);
      say(`${out}: ${file}`);
    });
  models
    .command('import')
    .description('Take in a model: one that was exported here (.json), or one that was trained elsewhere (.onnx).')
    .argument('<file>', 'the model')
    .option('--name <name>', 'what it is called here')
    .option('--features <names>', 'for ONNX: what it was trained on, in its order, with commas between')
    .addOption(new Option('--kind <kind>', 'for ONNX: what it tells').choices(onnxKinds).default('churn'))
    .option('--output <name>', 'for ONNX: the output with the scores')
    .option('--lower', 'for ONNX: low scores mean likely to leave, or strange')
    .option('--live', 'make an exported model the live one')
    .action(async (file: string, flags: ImportFlags) => {
      const taken = file.toLowerCase().endsWith('.onnx') ? await takeOnnx(registry(), file, flags) : await takeExported(registry(), file, flags); // prettier-ignore
      say(`${taken}: ${flags.live ? 'live' : 'shadow'}`);
    });
  addModelHistory(models, registry, { stateDir: () => program.opts<GlobalOptions>().stateDir, signal });
}

async function takeOnnx(
  registry: ModelRegistry,
  file: string,
  { name, features, kind, output, lower, live }: ImportFlags
): Promise<string> {
  // prettier-ignore
  if (!name || !features || live) {
    throw new UserError(
      live ? 'An imported ONNX model is a shadow: it is compared and decides nothing.' : 'A name and the features are needed for an ONNX model.', // prettier-ignore
      'spendscope models import FILE.onnx --name their_churn --features recency,frequency,monetary --kind churn',
      { exitCode: exitCodes.usage }
    );
  }
  const names = features.split(',').map((feature) => feature.trim());
  const saved = await importOnnx(registry, { file, name, kind, output, features: names, lower: lower === true });
  return saved.file;
}

function takeExported(registry: ModelRegistry, file: string, { name, live }: ImportFlags): Promise<string> {
  return importModel(registry, file, { name: name ?? modelName(file.split('/').at(-1)!), live: live === true });
}
