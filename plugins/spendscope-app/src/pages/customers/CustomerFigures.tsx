import { TextLink, useStyles2 } from '@grafana/ui';
import { type CustomerProfile, personalFieldsRight } from '@spendscope/contracts';
import type { JSX, ReactNode } from 'react';
import { BaselineBars } from '../../panels/persona-cards/components/BaselineBars';
import { ChurnReasons } from '../../shared/churn/ChurnReasons';
import { ClusterMark } from '../../shared/clusters/ClusterMark';
import { GradeBadge } from '../../shared/customers/GradeBadge';
import { formatCount } from '../../shared/format/formatCount';
import { formatEventDay } from '../../shared/format/formatEventDay';
import { formatValue } from '../../shared/format/formatValue';
import { t } from '../../shared/i18n/t';
import type { Money } from '../../shared/money/money';
import { Facts } from '../Facts';
import { Section } from '../Section';
import { getPageStyles } from '../page.styles';
import { pagePaths } from '../pagePaths';
import type { Segments } from '../segments/useSegments';
import { baselinesOf } from './baselinesOf';
import { borderWords } from './borderWords';
import { getCustomerStyles } from './customer.styles';

interface CustomerFiguresProps {
  profile: CustomerProfile;
  /** Absent until they are there. */
  segments?: Segments;
  money: Money;
}

type Customer = NonNullable<CustomerProfile['customer']>;

/** Who it is, what it is worth, and whether it stays. */
export function CustomerFigures({ profile: { customer, masked }, segments, money }: CustomerFiguresProps): JSX.Element {
  const styles = useStyles2(getCustomerStyles);
  const page = useStyles2(getPageStyles);
  if (!customer) {
    return (
      <Section boxed title={t('customer.who', 'Who is this?')}>
        <p className={page.quiet}>
          {t(
            'customer.notAnalysed',
            'No analysis has seen this customer yet: segment, worth and churn come with the next one.'
          )}
        </p>
      </Section>
    );
  }
  const baselines = baselinesOf(customer, segments?.view);
  return (
    <div className={styles.thirds}>
      <Section boxed title={t('customer.who', 'Who is this?')}>
        <Facts facts={[...traitsOf(customer), ...standingOf(customer, segments, money)]} />
        {masked && (
          <p className={page.quiet}>
            {t('customer.masked', 'Hidden for want of the right {{right}}: {{fields}}', {
              right: personalFieldsRight,
              fields: masked.join(', '),
            })}
          </p>
        )}
      </Section>
      <Section boxed title={t('customer.worth', 'How valuable, beside all customers?')}>
        {baselines && <BaselineBars card={baselines} money={money} />}
        <div className={styles.below}>
          <Facts facts={worthOf(customer, money)} />
        </div>
        <p className={page.quiet}>{t('customer.baselineNote', 'The mark on each bar is the mean of all customers.')}</p>
      </Section>
      <Section boxed title={t('customer.leaving', 'How likely to leave, and why?')}>
        <ChurnReasons customer={customer} money={money} />
      </Section>
    </div>
  );
}

function traitsOf(customer: Customer): [string, ReactNode][] {
  const { grade, age_band, sex, region, life_stage, card_product, digital_member, joined_at } = customer;
  return [
    [t('churn.column.grade', 'Grade'), grade && <GradeBadge grade={grade} />],
    [t('customer.ageAndSex', 'Age, sex'), [age_band, sex && sexWords(sex)].filter(Boolean).join(', ') || undefined],
    [t('churn.column.region', 'Region'), region],
    [t('churn.column.life_stage', 'Life stage'), life_stage],
    [t('churn.column.card_product', 'Card product'), card_product],
    [
      t('churn.column.digital_member', 'Digital member'),
      digital_member === undefined ? undefined : digital_member ? t('customer.yes', 'yes') : t('customer.no', 'no'),
    ],
    [t('customer.since', 'Customer since'), joined_at && formatEventDay(Date.parse(joined_at))],
  ];
}

function sexWords(sex: NonNullable<Customer['sex']>): string {
  return sex === 'female' ? t('customer.female', 'female') : t('customer.male', 'male');
}

/** Segment, persona and grade's border. */
function standingOf(customer: Customer, segments: Segments | undefined, money: Money): [string, ReactNode][] {
  const { cluster, rfm, as_of: asOf, grade_path: path } = customer;
  const card = segments?.view?.cards.find((each) => each.cluster === String(cluster));
  return [
    [
      t('segments.segment', 'Segment'),
      cluster === undefined ? undefined : (
        <span style={{ display: 'inline-flex', gap: 6, alignItems: 'center' }}>
          <ClusterMark cluster={cluster} />
          <TextLink inline={false} href={`${pagePaths.segments}?cluster=${cluster}`}>
            {card?.title ?? customer.persona ?? String(cluster)}
          </TextLink>
        </span>
      ),
    ],
    [
      t('customer.persona', 'Persona'),
      cluster === undefined ? undefined : (
        <TextLink inline={false} href={`${pagePaths.personas}?persona=${cluster}`}>
          {t('customer.personaPlans', 'What to do for this kind')}
        </TextLink>
      ),
    ],
    [t('customer.rfm', 'RFM segment'), rfm && `${rfm.segment} (${rfm.score})`],
    [t('customer.border', 'Nearest border'), path && borderWords(path, money)],
    [t('customer.asOf', 'Figures as of'), formatEventDay(Date.parse(asOf))],
  ];
}

function worthOf({ clv, features, own_mean: own }: Customer, money: Money): [string, ReactNode][] {
  return [
    [t('customer.clv', 'Lifetime value, next 12 months'), clv === undefined ? undefined : formatValue(money, clv)],
    [t('churn.column.transactions', 'Transactions'), features?.transactions && formatCount(features.transactions)],
    [
      t('churn.column.amount_median', 'Median amount'),
      features?.amount_median === undefined ? undefined : formatValue(money, features.amount_median),
    ],
    [
      t('customer.farthest', 'Farthest from own median'),
      own &&
        t('customer.farthestOf', '{{amount}} beside {{usual}}', {
          amount: formatValue(money, own.amount),
          usual: formatValue(money, own.usual),
        }),
    ],
  ];
}
