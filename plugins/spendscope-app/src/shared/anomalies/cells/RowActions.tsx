import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, type IconName, useStyles2 } from '@grafana/ui';
import type { JSX } from 'react';
import { t } from '../../i18n/t';
import { inLanguage, shortActionLabel, stateWords } from '../../interventions/actionTexts';
import type { RowOffer } from '../../interventions/rowStatus';
import { appearanceOf } from '../../status/statusColors';

interface RowActionsProps {
  offers: readonly RowOffer[];
  language: string;
  onOffer: (offer: RowOffer) => void;
}

/**
 * A row's buttons. Out of the tab order: the grid's keys lead to them. Titles, not tooltips: Grafana's tooltip puts its
 * button into the tab order again.
 */
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
  const styles = useStyles2(getStyles);
  const { text, title, icon } = appearance(offer, language);
  const common = {
    size: 'sm',
    variant: 'secondary',
    tabIndex: -1,
    disabled: kind === 'wait' && !isRequest(offer),
    title,
    icon,
    onClick,
    className: kind === 'act' && definition.name === 'lock_account' ? styles.grave : undefined,
  } as const;
  // What harms nobody is an icon, so that the two that do keep their words in a narrow table.
  return definition.destructive ? <Button {...common}>{text}</Button> : <Button {...common} aria-label={title} />;
}

/** What waits for a second person can be looked at; what is on its way only waited for. */
const isRequest = (offer: RowOffer): boolean =>
  offer.kind === 'wait' && offer.intervention.state === 'pending_approval' && offer.intervention.id !== undefined;

function appearance(offer: RowOffer, language: string): { text: string; title: string; icon: IconName } {
  const { definition, kind } = offer;
  const action = inLanguage(definition.label, language);
  const short = shortActionLabel(definition, language);
  const { icon } = appearanceOf('active', definition.name);
  if (kind === 'release') {
    return {
      text: t('interventions.release', 'Release'),
      title: t('anomalies.releaseAction', 'Release: {{action}}', { action }),
      icon: 'unlock',
    };
  }
  if (isRequest(offer)) {
    return {
      text: t('anomalies.viewRequest', 'View request'),
      title: t('anomalies.viewRequestOf', 'View the request: {{action}}', { action }),
      icon: 'hourglass',
    };
  }
  if (kind === 'wait') {
    return { text: short, title: `${action}: ${stateWords(offer.intervention.state)}`, icon };
  }
  return offer.failed
    ? { text: t('anomalies.retryAction', 'Retry {{action}}', { action: short }), title: action, icon: 'sync' }
    : { text: short, title: action, icon };
}

const getStyles = (theme: GrafanaTheme2): { grave: string } => ({
  // The one that shuts a customer out: found at a glance, loud only where it is confirmed.
  grave: css({ '&:enabled svg': { color: theme.colors.error.text } }),
});
