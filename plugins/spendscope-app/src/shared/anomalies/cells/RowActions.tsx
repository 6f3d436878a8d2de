import { Button } from '@grafana/ui';
import type { JSX } from 'react';
import { t } from '../../i18n/t';
import { inLanguage, shortActionLabel, stateWords } from '../../interventions/actionTexts';
import type { RowOffer } from '../../interventions/rowStatus';

interface RowActionsProps {
  offers: readonly RowOffer[];
  language: string;
  onOffer: (offer: RowOffer) => void;
}

/** A row's buttons. Out of the tab order: the grid's keys lead to them. */
export function RowActions({ offers, language, onOffer }: RowActionsProps): JSX.Element {
  return (
    <>
      {offers.map((offer) => (
        <OfferButton key={offer.definition.name} offer={offer} language={language} onClick={() => onOffer(offer)} />
      ))}
    </>
  );
}

function OfferButton({
  offer,
  language,
  onClick,
}: {
  offer: RowOffer;
  language: string;
  onClick: () => void;
}): JSX.Element {
  const { definition, kind } = offer;
  const full = inLanguage(definition.label, language);
  if (kind === 'release') {
    return (
      <Button
        size="sm"
        variant="secondary"
        icon="unlock"
        tabIndex={-1}
        onClick={onClick}
        tooltip={t('anomalies.releaseAction', 'Release: {{action}}', { action: full })}
      >
        {t('interventions.release', 'Release')}
      </Button>
    );
  }
  if (kind === 'wait') {
    return (
      <Button
        size="sm"
        variant="secondary"
        tabIndex={-1}
        disabled
        tooltip={`${full}: ${stateWords(offer.intervention.state)}`}
      >
        {shortActionLabel(definition, language)}
      </Button>
    );
  }
  const icon = definition.name === 'lock_account' ? 'lock' : definition.name === 'block_transaction' ? 'ban' : 'shield';
  return (
    <Button
      size="sm"
      variant="secondary"
      icon={offer.failed ? 'sync' : icon}
      tabIndex={-1}
      onClick={onClick}
      tooltip={full}
    >
      {offer.failed
        ? t('anomalies.retryAction', 'Retry {{action}}', { action: shortActionLabel(definition, language) })
        : shortActionLabel(definition, language)}
    </Button>
  );
}
