import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, ClipboardButton, Combobox, Field, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import type { PersonaPrompt } from '@spendscope/contracts';
import { type JSX, useCallback, useId, useMemo, useState } from 'react';
import type { PersonaCard } from '../../panels/persona-cards/types';
import { spendscopeApi } from '../../shared/api/spendscopeApi';
import { usePolling } from '../../shared/api/usePolling';
import { t } from '../../shared/i18n/t';
import { PanelState } from '../../shared/state/PanelState';
import { Facts } from '../Facts';
import { getPageStyles } from '../page.styles';
import { statusOf } from '../statusOf';
import { type PayloadForm, payloadText } from './payloadText';

interface PersonaPayloadProps {
  cards: readonly PersonaCard[];
  /** Cluster; the first by rank unless another is chosen. */
  chosen?: string;
  onChoose: (cluster: string) => void;
}

/** The request of one persona, whole, as the endpoint gets it or would get it. */
export function PersonaPayload({ cards, chosen, onChoose }: PersonaPayloadProps): JSX.Element | null {
  const id = useId();
  const options = useMemo(() => cards.map(({ cluster, title }) => ({ value: cluster, label: title })), [cards]);
  const card = cards.find(({ cluster }) => cluster === chosen) ?? cards[0];
  if (!card) {
    return null;
  }
  return (
    <>
      <Field noMargin htmlFor={id} label={t('personasPage.persona', 'Persona')}>
        <Combobox id={id} value={card.cluster} options={options} onChange={({ value }) => onChoose(value)} />
      </Field>
      <Payload key={card.cluster} cluster={card.cluster} />
    </>
  );
}

function Payload({ cluster }: { cluster: string }): JSX.Element {
  const load = useCallback((signal: AbortSignal) => spendscopeApi.personaPrompt(cluster, signal), [cluster]);
  const polled = usePolling(load);
  return <PanelState status={statusOf(polled)}>{polled.value && <Request prompt={polled.value} />}</PanelState>;
}

/** What becomes of the request, in one sentence. */
function sentWords({ tooFew, body }: PersonaPrompt): string {
  if (!body) {
    return t(
      'personasPage.nothingSent',
      'Nothing is sent: no language model is configured. This is what one would be told.'
    );
  }
  return tooFew
    ? t('personasPage.tooFew', 'Nothing is sent: a persona of so few customers might tell of one of them.')
    : t('personasPage.sent', 'This is the whole body of the request. Beside it goes the key, in a header.');
}

function Request({ prompt }: { prompt: PersonaPrompt }): JSX.Element {
  const styles = useStyles2(getStyles);
  const page = useStyles2(getPageStyles);
  const [form, setForm] = useState<PayloadForm>('words');
  const text = payloadText(prompt, form);
  return (
    <div className={styles.request}>
      <Alert
        severity={prompt.body && !prompt.tooFew ? 'info' : 'success'}
        title={sentWords(prompt)}
        bottomSpacing={0}
        topSpacing={1}
      />
      <p className={page.quiet}>
        {t(
          'personasPage.never',
          'Rounded figures of the group and names of categories that at least twenty of it share; never a token, a name, an address or a single purchase.'
        )}
      </p>
      <RadioButtonGroup<PayloadForm>
        size="sm"
        aria-label={t('personasPage.form', 'How it is shown')}
        options={[
          { value: 'words', label: t('personasPage.words', 'To read') },
          { value: 'body', label: t('personasPage.exact', 'As it is sent') },
        ]}
        value={form}
        onChange={setForm}
      />
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard. */}
      <pre className={styles.text} tabIndex={0} aria-label={t('personasPage.body', 'Body of the request')}>
        {text}
      </pre>
      <ClipboardButton size="sm" variant="secondary" icon="copy" getText={() => payloadText(prompt, 'body')}>
        {t('personasPage.copy', 'Copy the request')}
      </ClipboardButton>
      <Facts
        facts={[
          [t('personasPage.version', 'Version of the words'), String(prompt.version)],
          [t('personasPage.hash', 'Kept under'), prompt.hash && <code className={page.hash}>{prompt.hash}</code>],
        ]}
      />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2): Record<'request' | 'text', string> => ({
  request: css({ '& > p': { margin: theme.spacing(1, 0) } }),
  text: css({
    maxHeight: 400,
    overflow: 'auto',
    fontSize: theme.typography.bodySmall.fontSize,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  }),
});
