import { Button, Field, IconButton, Input, useStyles2 } from '@grafana/ui';
import { type JSX, useId, useState } from 'react';
import { t } from '../../shared/i18n/t';
import { getPageStyles } from '../page.styles';
import type { BenefitPlan } from './plan';
import { type SavedPlan, usePlans } from './usePlans';

interface SavedPlansProps {
  plan: BenefitPlan;
  onOpen: (plan: SavedPlan) => void;
  onSaid: (said: string) => void;
}

/** Saves the plan under a name and brings back those that were saved. */
export function SavedPlans({ plan, onOpen, onSaid }: SavedPlansProps): JSX.Element {
  const styles = useStyles2(getPageStyles);
  const id = useId();
  const { plans, save, remove } = usePlans();
  const [name, setName] = useState('');
  const known = plans.some((each) => each.name === name.trim());
  const keep = async (): Promise<void> => {
    await save({ ...plan, name: name.trim() });
    onSaid(t('benefits.plans.saved', 'Saved as {{name}}.', { name: name.trim() }));
  };
  return (
    <>
      {/* Not a form: it stands in the one that works the plan out. */}
      <div className={styles.buttons} style={{ alignItems: 'end' }}>
        <Field noMargin label={t('benefits.plans.name', 'Name of this plan')} htmlFor={id}>
          <Input
            id={id}
            maxLength={80}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') {
                event.preventDefault();
                if (name.trim() !== '') {
                  void keep();
                }
              }
            }}
          />
        </Field>
        <Button type="button" variant="secondary" icon="save" disabled={name.trim() === ''} onClick={() => void keep()}>
          {known ? t('benefits.plans.replace', 'Replace') : t('benefits.plans.save', 'Save')}
        </Button>
      </div>
      {plans.length === 0 ? (
        <p className={styles.quiet}>{t('benefits.plans.none', 'You have saved none yet. Only you see your plans.')}</p>
      ) : (
        <ul style={{ listStyle: 'none', margin: '8px 0 0' }}>
          {plans.map((each) => (
            <li key={each.name} className={styles.buttons}>
              <Button
                type="button"
                size="sm"
                variant="secondary"
                fill="text"
                onClick={() => {
                  setName(each.name);
                  onOpen(each);
                }}
              >
                {each.name}
              </Button>
              <span className={styles.quiet}>{each.cards.map((card) => card.name).join(', ')}</span>
              <IconButton
                name="trash-alt"
                tooltip={t('benefits.plans.remove', 'Remove the plan {{name}}', { name: each.name })}
                onClick={() => void remove(each.name)}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
