import type { PanelProps } from '@grafana/data';
import { useMemo, type JSX } from 'react';
import { PanelState } from '../../shared/state/PanelState';
import { CardsSkeleton } from './components/CardsSkeleton';
import { Personas } from './components/Personas';
import { personaNotices, personaStatus } from './personaStatus';
import { preparePersonaCards } from './preparePersonaCards';
import { defaultOptions, type PersonaCardsOptions } from './types';

/** A card per segment of the newest run. */
export function PersonaCardsPanel({ data, options }: PanelProps<PersonaCardsOptions>): JSX.Element {
  const prepared = useMemo(() => preparePersonaCards(data.series), [data.series]);
  return (
    <PanelState
      status={personaStatus(data, prepared)}
      notices={prepared.kind === 'view' ? personaNotices(prepared.view, data.request?.startTime) : []}
      skeleton={<CardsSkeleton />}
    >
      {prepared.kind === 'view' && <Personas view={prepared.view} options={{ ...defaultOptions, ...options }} />}
    </PanelState>
  );
}
