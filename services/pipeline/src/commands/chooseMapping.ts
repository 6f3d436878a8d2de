import { exitCodes } from '../exitCodes';
import { loadPreset, presetNames, readMapping } from '../ingest/loadMapping';
import type { Mapping } from '../ingest/mappingSchema';
import { UserError } from '../userError';

export interface MappingFlags {
  preset?: string;
  mapping?: string;
}

/** The mapping that the flags name. @throws UserError where they name none or two */
export function chooseMapping({ preset, mapping }: MappingFlags): Mapping {
  if (preset && mapping) {
    throw new UserError('--preset and --mapping exclude each other.', 'Give one of them.', {
      exitCode: exitCodes.usage,
    });
  }
  if (!preset && !mapping) {
    throw new UserError(
      'It is not said what the columns mean.',
      `Add --preset ${presetNames().join('|')}, or --mapping FILE (--infer writes a first one).`,
      { exitCode: exitCodes.usage }
    );
  }
  return preset ? loadPreset(preset) : readMapping(mapping!);
}
