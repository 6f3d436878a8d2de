import type { JSX } from 'react';
import type { CallerActions } from '../../shared/interventions/useActions';
import { FrozenPayload } from './FrozenPayload';
import { InterventionDetail } from './InterventionDetail';
import { useDetail } from './useDetail';

interface OpenedDetailProps {
  id: string;
  actions: CallerActions;
  language: string;
  onClose: () => void;
}

/** What a row of a table opens. */
export function OpenedDetail({ id, actions, language, onClose }: OpenedDetailProps): JSX.Element {
  const detail = useDetail(id);
  return (
    <InterventionDetail
      detail={detail}
      definitions={actions.value?.actions ?? []}
      language={language}
      withLife={actions.may('audit:read')}
      onClose={onClose}
    >
      {(intervention) => <FrozenPayload intervention={intervention} />}
    </InterventionDetail>
  );
}
