import { country_code as lookUp } from '@roniemartinez/iptocc/nodejs';

/** What a registry writes for a block of a whole region: no country of ISO 3166-1. */
const regions = new Set(['EU']);

/**
 * Country that a registry assigned an address to, ISO 3166-1 alpha-2; undefined for private and unassigned addresses.
 * From the offline table in `@roniemartinez/iptocc`, made of the files of the five regional registries (see NOTICE).
 */
export function countryOf(address: string): string | undefined {
  const code = lookUp(address) as string | null;
  return code === null || regions.has(code) ? undefined : code;
}
