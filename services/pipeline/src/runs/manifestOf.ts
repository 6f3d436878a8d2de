import type { RunInput, RunManifest, RunOutput } from '@spendscope/contracts';
import { sha256 } from '../files/sha256';

/** What a job tells of itself on the way. */
export interface RunFacts {
  inputs: RunInput[];
  parameters: Record<string, unknown>;
  versions: Record<string, string>;
  metrics: Record<string, number>;
  outputs: RunOutput[];
}

export const noFacts = (): RunFacts => ({ inputs: [], parameters: {}, versions: {}, metrics: {}, outputs: [] });

/** `maxRSS` is in KiB. */
const kib = 1024;

export function manifestOf({ inputs, parameters, versions, metrics, outputs }: RunFacts): RunManifest {
  const sorted = outputs.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return {
    inputs,
    inputs_hash: inputsHash(inputs),
    parameters,
    versions,
    metrics,
    peak_rss_bytes: process.resourceUsage().maxRSS * kib,
    outputs: sorted,
    outputs_hash: sha256(
      JSON.stringify(sorted.map((output) => [keyOf(output), output.documents, output.content_hash]))
    ),
  };
}

/** The same contents are the same inputs, in whatever order and under whatever names their files were given. */
export function inputsHash(inputs: readonly RunInput[]): string {
  return sha256(
    JSON.stringify(inputs.map((input) => [input.kind === 'table' ? input.name : '', input.content_hash]).sort())
  );
}

const keyOf = ({ kind, name }: RunOutput): string => `${kind} ${name}`;
