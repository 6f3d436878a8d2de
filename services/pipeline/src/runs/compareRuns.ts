import type { RunOutput } from '@spendscope/contracts';
import type { RunFile } from './manifestFiles';

export interface RunComparison {
  runs: [string, string];
  equalInputs: boolean;
  /** names of parameters whose values differ */
  parameters: string[];
  /** names of versions that differ */
  versions: string[];
  equalOutputs: boolean;
  outputs: { kind: RunOutput['kind']; name: string; equal: boolean; documents: [number?, number?] }[];
}

/** Holds two runs' manifests together. Outputs are compared by their hashes, which leave out ids and times of runs. */
export function compareRuns(a: RunFile, b: RunFile): RunComparison {
  const outputs = [...a.manifest.outputs, ...b.manifest.outputs];
  const keys = [...new Set(outputs.map(({ kind, name }) => `${kind} ${name}`))].sort();
  return {
    runs: [a.run_id, b.run_id],
    equalInputs: a.manifest.inputs_hash === b.manifest.inputs_hash,
    parameters: different(a.manifest.parameters, b.manifest.parameters),
    versions: different(a.manifest.versions, b.manifest.versions),
    equalOutputs: a.manifest.outputs_hash === b.manifest.outputs_hash,
    outputs: keys.map((key) => {
      const [mine, theirs] = [a, b].map(({ manifest }) =>
        manifest.outputs.find(({ kind, name }) => `${kind} ${name}` === key)
      );
      const { kind, name } = (mine ?? theirs)!;
      return {
        kind,
        name,
        equal: mine?.content_hash === theirs?.content_hash,
        documents: [mine?.documents, theirs?.documents],
      };
    }),
  };
}

function different(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): string[] {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  return names.filter((name) => JSON.stringify(a[name]) !== JSON.stringify(b[name]));
}
