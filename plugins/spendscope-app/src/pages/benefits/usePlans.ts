import { usePluginUserStorage } from '@grafana/runtime';
import { BenefitAssumptions, CardBenefit, CardDesign } from '@spendscope/contracts';
import { useEffect, useState } from 'react';
import { hasShapeOf } from '../../shared/api/hasShapeOf';
import type { BenefitPlan } from './plan';

export interface SavedPlan extends BenefitPlan {
  name: string;
}

const key = 'benefit-plans';
const most = 50;

/** A person’s saved plans, kept by Grafana for this person (by the browser where Grafana cannot). */
export function usePlans(): {
  plans: readonly SavedPlan[];
  save: (plan: SavedPlan) => Promise<void>;
  remove: (name: string) => Promise<void>;
} {
  const storage = usePluginUserStorage();
  const [plans, setPlans] = useState<readonly SavedPlan[]>([]);
  useEffect(() => {
    let open = true;
    void storage.getItem(key).then((text) => {
      if (open) {
        setPlans(readPlans(text));
      }
    });
    return () => {
      open = false;
    };
    // The hook makes a new storage each time; it is the same place.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const keep = async (next: readonly SavedPlan[]): Promise<void> => {
    await storage.setItem(key, JSON.stringify(next));
    setPlans(next);
  };
  return {
    plans,
    save: (plan) => keep([plan, ...plans.filter(({ name }) => name !== plan.name)].slice(0, most)),
    remove: (name) => keep(plans.filter((plan) => plan.name !== name)),
  };
}

/** What is no plan, because another version wrote it, is left out. */
export function readPlans(text: string | null): SavedPlan[] {
  let kept: unknown;
  try {
    kept = JSON.parse(text ?? '[]');
  } catch {
    return [];
  }
  return Array.isArray(kept) ? kept.filter(isPlan) : [];
}

function isPlan(value: unknown): value is SavedPlan {
  const { name, filter, cards, assumptions } = (value ?? {}) as Partial<SavedPlan>;
  return (
    typeof name === 'string' &&
    typeof filter === 'string' &&
    Array.isArray(cards) &&
    cards.length > 0 &&
    cards.every(
      (card) => hasShapeOf(CardDesign, card) && card.benefits.every((each) => hasShapeOf(CardBenefit, each))
    ) &&
    hasShapeOf(BenefitAssumptions, assumptions)
  );
}
