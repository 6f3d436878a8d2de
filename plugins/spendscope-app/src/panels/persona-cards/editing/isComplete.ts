import { type PersonaWords, personaBounds } from '@spendscope/contracts';

/** Whether the API would take the words: fields hold no more than they may, so only what is missing counts. */
export function isComplete({ description, strategies }: PersonaWords): boolean {
  const { least, most } = personaBounds.strategies;
  return (
    description.trim().length >= personaBounds.description.least &&
    strategies.length >= least &&
    strategies.length <= most &&
    strategies.every(({ action, channel, kpi, limit }) => [action, channel, kpi, limit].every((text) => text.trim()))
  );
}
