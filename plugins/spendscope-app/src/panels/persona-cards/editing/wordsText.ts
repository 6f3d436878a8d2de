import type { PersonaWords } from '@spendscope/contracts';

/** Words as lines, by which two texts are compared. */
export const wordsText = ({ description, strategies }: PersonaWords): string =>
  [
    description,
    ...strategies.map(({ action, channel, offer, kpi, limit }) =>
      [action, channel, offer, kpi, limit].filter(Boolean).join(' · ')
    ),
  ].join('\n');
