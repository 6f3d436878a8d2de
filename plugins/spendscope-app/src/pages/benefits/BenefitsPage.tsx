import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { PluginPage } from '@grafana/runtime';
import { Button, Combobox, useStyles2 } from '@grafana/ui';
import { type CardDesign, cardProducts } from '@spendscope/contracts';
import { type FormEvent, type JSX, useState } from 'react';
import { benefitApi } from '../../shared/api/benefitApi';
import { segmentApi } from '../../shared/api/segmentApi';
import { usePolling } from '../../shared/api/usePolling';
import { useQuestion } from '../../shared/api/useQuestion';
import { t } from '../../shared/i18n/t';
import { SubmitError } from '../../shared/interventions/SubmitError';
import { PanelState } from '../../shared/state/PanelState';
import { SkeletonRows } from '../../shared/state/SkeletonRows';
import { testIds } from '../../shared/testIds';
import { Section } from '../Section';
import { getPageStyles } from '../page.styles';
import { errorStatus } from '../statusOf';
import { AssumptionsForm } from './AssumptionsForm';
import { CardForm } from './CardForm';
import { OutcomeTable } from './OutcomeTable';
import { SavedPlans } from './SavedPlans';
import { SegmentChoice } from './SegmentChoice';
import {
  type BenefitPlan,
  type PlanFault,
  emptyCard,
  faultOf,
  firstPlan,
  mostCards,
  presetOf,
  segmentOf,
} from './plan';

const faultWords: Record<PlanFault['what'], () => string> = {
  name: () => t('benefits.fault.name', 'A card needs a name.'),
  twice: () => t('benefits.fault.twice', 'Another card has this name.'),
  category: () => t('benefits.fault.category', 'Every benefit needs a category.'),
};

/** What would a good card for these people be, and does it pay for both? */
export function BenefitsPage(): JSX.Element {
  const styles = useStyles2(getPageStyles);
  const cards = useStyles2(getCardsStyle);
  const segments = usePolling(segmentApi.saved);
  const [plan, setPlan] = useState<BenefitPlan>(firstPlan);
  const { answer: outcome, error, busy, ask, forget } = useQuestion(benefitApi.simulate);
  const [said, say] = useState('');
  const fault = faultOf(plan);
  const saved = segments.value?.items ?? [];
  const definition = saved.find(({ id }) => id === plan.savedId)?.selection;
  const lost = plan.savedId !== undefined && !definition;

  const change = (with_: Partial<BenefitPlan>): void => {
    forget();
    setPlan((before) => ({ ...before, ...with_ }));
  };
  const changeCard = (at: number, card: CardDesign | undefined): void =>
    change({ cards: plan.cards.flatMap((each, i) => (i === at ? (card ? [card] : []) : [each])) });
  const work = async (): Promise<void> => {
    const designs = plan.cards.map((card) => ({ ...card, name: card.name.trim() }));
    if (await ask({ segment: segmentOf(plan, definition), cards: designs, assumptions: plan.assumptions })) {
      say(t('benefits.said', 'Worked out.'));
    }
  };

  return (
    <PluginPage
      subTitle={t('benefits.subtitle', 'What would a good card for these people be, and does it pay for both sides?')}
    >
      <div data-testid={testIds.benefits.root}>
        <form
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            void work();
          }}
        >
          <Section boxed title={t('benefits.who', 'For whom?')}>
            <SegmentChoice plan={plan} saved={saved} onChange={change} />
            {segments.error && <SubmitError error={segments.error} />}
            {lost && segments.value && (
              <p className={styles.quiet}>
                {t('benefits.segment.lost', 'This saved segment is no longer there. Choose another.')}
              </p>
            )}
          </Section>
          <Section boxed title={t('benefits.cards', 'Which cards?')}>
            <div className={cards}>
              {plan.cards.map((card, i) => (
                <CardForm
                  key={i}
                  card={card}
                  fault={fault?.card === i ? faultWords[fault.what]() : undefined}
                  onChange={(next) => changeCard(i, next)}
                  onRemove={plan.cards.length > 1 ? () => changeCard(i, undefined) : undefined}
                />
              ))}
            </div>
            {plan.cards.length < mostCards && (
              <div className={styles.buttons} style={{ marginTop: 8 }}>
                <Button
                  type="button"
                  variant="secondary"
                  icon="plus"
                  onClick={() =>
                    change({
                      cards: [
                        ...plan.cards,
                        emptyCard(t('benefits.card.new', 'New card {{number}}', { number: plan.cards.length + 1 })),
                      ],
                    })
                  }
                >
                  {t('benefits.card.add', 'Add a card')}
                </Button>
                <Combobox
                  aria-label={t('benefits.card.preset', 'Add one there is')}
                  placeholder={t('benefits.card.preset', 'Add one there is')}
                  width={28}
                  options={cardProducts.map(({ id: value, name }) => ({ value, label: name }))}
                  value={null}
                  onChange={({ value }) => change({ cards: [...plan.cards, presetOf(value)!] })}
                />
              </div>
            )}
          </Section>
          <div className={styles.split}>
            <Section boxed title={t('benefits.assume.title', 'What do you assume?')}>
              <AssumptionsForm value={plan.assumptions} onChange={(assumptions) => change({ assumptions })} />
            </Section>
            <Section boxed title={t('benefits.plans.title', 'Which plans did you save?')}>
              <SavedPlans plan={plan} onOpen={({ name: _name, ...opened }) => change(opened)} onSaid={say} />
            </Section>
          </div>
          <div className={styles.buttons} style={{ marginBottom: 16 }}>
            <Button type="submit" icon="calculator-alt" disabled={busy || fault !== undefined || lost}>
              {t('benefits.ask', 'Does it pay?')}
            </Button>
            {busy && (
              <Button type="button" variant="secondary" onClick={forget}>
                {t('benefits.cancel', 'Cancel')}
              </Button>
            )}
          </div>
        </form>
        {busy && <SkeletonRows rows={8} />}
        {error && <PanelState status={errorStatus(error, () => void work())}>{null}</PanelState>}
        {outcome && <OutcomeTable outcome={outcome} />}
        <div className="sr-only" aria-live="polite">
          {said}
        </div>
      </div>
    </PluginPage>
  );
}

/** Side by side where names of categories have room. */
const getCardsStyle = (theme: GrafanaTheme2): string =>
  css({
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 520px), 1fr))',
    gap: theme.spacing(2),
    alignItems: 'start',
  });
