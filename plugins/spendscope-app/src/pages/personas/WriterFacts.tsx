import { Badge, type BadgeColor, Icon, Stack, useStyles2 } from '@grafana/ui';
import type { PersonaWriterState } from '@spendscope/contracts';
import type { JSX } from 'react';
import { providerName } from '../../panels/persona-cards/textSource';
import { t } from '../../shared/i18n/t';
import { Facts } from '../Facts';
import { getPageStyles } from '../page.styles';
import { BudgetMeter } from './BudgetMeter';

type Circuit = NonNullable<PersonaWriterState['circuit']>;

const circuitColors: Record<Circuit, BadgeColor> = { closed: 'green', 'half-open': 'orange', open: 'red' };

function circuitWords(circuit: Circuit): string {
  const words: Record<Circuit, string> = {
    closed: t('personasPage.circuit.closed', 'answers'),
    'half-open': t('personasPage.circuit.halfOpen', 'being tried again'),
    open: t('personasPage.circuit.open', 'kept failing: nothing is asked for five minutes'),
  };
  return words[circuit];
}

/** The language model in use, whether it answers, and how much of today’s budget is spent. */
export function WriterFacts({ writer }: { writer: PersonaWriterState }): JSX.Element {
  const styles = useStyles2(getPageStyles);
  if (!writer.on) {
    return (
      <>
        <p>
          <Icon name="sliders-v-alt" /> <strong>{t('personasPage.off', 'Rule-based texts only')}</strong>
        </p>
        <p>
          {t(
            'personasPage.offWhy',
            'No language model is configured: fixed texts of the rules stand, nothing is sent anywhere, and nothing is spent.'
          )}
        </p>
        <p className={styles.quiet}>
          {t(
            'personasPage.offFix',
            'To have texts written, an operator sets these for the API and starts it anew. The key stays there: no page and no browser ever gets it.'
          )}
        </p>
        <code className={styles.hash}>SPENDSCOPE_LLM_PROVIDER, SPENDSCOPE_LLM_MODEL, SPENDSCOPE_LLM_KEY_FILE</code>
      </>
    );
  }
  const { provider, model, locale, circuit, today } = writer;
  const language = locale && new Intl.DisplayNames(undefined, { type: 'language' }).of(locale);
  return (
    <Stack direction="column" gap={2}>
      <Facts
        facts={[
          [t('personasPage.provider', 'Provider'), providerName(provider)],
          [t('personasPage.model', 'Model'), model],
          [t('personasPage.language', 'Language of the texts'), language],
          [
            t('personasPage.circuit.label', 'State'),
            circuit && <Badge color={circuitColors[circuit]} text={circuitWords(circuit)} />,
          ],
          [t('personasPage.key', 'Key'), t('personasPage.keySet', 'set at the API, never shown')],
        ]}
      />
      {today && (
        <>
          <BudgetMeter label={t('personasPage.calls', 'Requests today')} used={today.calls} of={today.callsPerDay} />
          <BudgetMeter label={t('personasPage.tokens', 'Tokens today')} used={today.tokens} of={today.tokensPerDay} />
          <span className={styles.quiet}>
            {t(
              'personasPage.budgetNote',
              'The day begins at midnight UTC. Where a budget is spent, texts of the rules stand until then.'
            )}
          </span>
        </>
      )}
    </Stack>
  );
}
