import { Combobox, Field, Input, useStyles2 } from '@grafana/ui';
import { type SavedSegment, targetSegment } from '@spendscope/contracts';
import { type JSX, useId } from 'react';
import { t } from '../../shared/i18n/t';
import { getPageStyles } from '../page.styles';
import { type BenefitPlan, targetFilter } from './plan';

interface SegmentChoiceProps {
  plan: BenefitPlan;
  saved: readonly SavedSegment[];
  onChange: (segment: Pick<BenefitPlan, 'filter' | 'savedId'>) => void;
}

const [everybody, target, own] = ['everybody', 'target', 'own'] as const;

/** For whom: everybody, the target segment, a saved one, or whatever a filter over the customers finds. */
export function SegmentChoice({ plan, saved, onChange }: SegmentChoiceProps): JSX.Element {
  const styles = useStyles2(getPageStyles);
  const id = useId();
  const { filter, savedId } = plan;
  const chosen = savedId ?? (filter === '' ? everybody : filter === targetFilter ? target : own);
  return (
    <div className={styles.split}>
      <Field noMargin label={t('benefits.segment.which', 'Segment')} htmlFor={`${id}-which`}>
        <Combobox
          id={`${id}-which`}
          options={[
            { value: everybody, label: t('benefits.segment.everybody', 'Everybody') },
            { value: target, label: targetSegment.name },
            ...(chosen === own ? [{ value: own, label: t('benefits.segment.own', 'By the filter') }] : []),
            ...saved.map(({ id: value, name }) => ({ value, label: name })),
          ]}
          value={chosen}
          onChange={({ value }) =>
            onChange(
              value === everybody
                ? { filter: '', savedId: undefined }
                : value === target
                  ? { filter: targetFilter, savedId: undefined }
                  : value === own
                    ? { filter, savedId: undefined }
                    : { filter: '', savedId: value }
            )
          }
        />
      </Field>
      <Field
        noMargin
        label={t('benefits.segment.filter', 'Filter over customers')}
        description={t('benefits.segment.filterHint', 'Lucene, for example {{example}}', {
          example: 'grade:gold AND region:Seoul',
        })}
        htmlFor={`${id}-filter`}
      >
        <Input
          id={`${id}-filter`}
          maxLength={8_000}
          disabled={savedId !== undefined}
          value={filter}
          onChange={({ currentTarget }) => onChange({ filter: currentTarget.value, savedId: undefined })}
        />
      </Field>
    </div>
  );
}
