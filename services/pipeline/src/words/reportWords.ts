import type { ClaimField } from '@spendscope/contracts';
import type { Language } from '@spendscope/findings';

interface ReportWords {
  title: string;
  made: (world: string, at: string) => string;
  sections: Record<'claims' | 'shares' | 'boxes' | 'pair' | 'correlations' | 'anomalies' | 'counts', string>;
  customers: string;
  transactions: string;
  actions: string;
  churnShare: string;
  inactiveShare: string;
  interval: (low: string, high: string) => string;
  inactiveRule: string;
  noChurn: string;
  none: string;
  of: (events: string, n: string) => string;
  median: string;
  mean: string;
  quartiles: string;
  outliers: string;
  boxNote: string;
  pairNote: (event: string) => string;
  correlationNote: string;
  trend: (rising: boolean) => string;
  noTrend: string;
  anomalyNote: string;
  noAnomalies: Record<'no_transactions' | 'not_connected', string>;
  anomalyFinding: (type: string, hour: string, rate: string, overall: string) => string;
  noAnomalyFound: string;
  anomaliesOf: (anomalies: string, transactions: string) => string;
  field: string;
  missing: string;
  values: string;
  count: string;
  share: string;
  type: string;
  method: (tests: string) => string;
  independent: string;
  chart: (title: string) => string;
  churnBy: (event: string, by: string) => string;
  event: Partial<Record<ClaimField, string>>;
}

export const reportWords: Record<Language, ReportWords> = {
  en: {
    title: 'Customer report',
    made: (world, at) => `Data: ${world}. Made ${at}.`,
    sections: {
      claims: 'Beliefs, tested',
      shares: 'Who leaves?',
      boxes: 'How do those who leave differ?',
      pair: 'Two habits side by side',
      correlations: 'What goes together?',
      anomalies: 'When do transactions look wrong?',
      counts: 'What was loaded?',
    },
    customers: 'Customers',
    transactions: 'Transactions',
    actions: 'Actions',
    churnShare: 'Churned',
    inactiveShare: 'Inactive by rule',
    interval: (low, high) => `95 % interval ${low} – ${high}`,
    inactiveRule:
      'The data has no label of churn. A customer counts as inactive after three of their own mean intervals between orders, at least 30 days, or 90 days after a single order.',
    noChurn: 'The data has neither a label of churn nor transactions to tell inactivity by, so churn is not reported.',
    none: 'Nothing to show: the loaded data has no values for it.',
    of: (events, n) => `${events} of ${n}`,
    median: 'median',
    mean: 'mean',
    quartiles: 'quartiles',
    outliers: 'outside the whiskers',
    boxNote: 'Box: quartiles. Line: median. Diamond: mean. Whiskers: farthest values within 1.5 box lengths.',
    pairNote: (event) => `Area: number of customers. Inner circle: those of them with ${event}.`,
    correlationNote:
      'Pearson’s r of all customers who have both. Pale dots: not distinguishable from chance after correction.',
    trend: (rising) => `Along the levels the share ${rising ? 'rises' : 'falls'}`,
    noTrend: 'Along the levels there is no trend beyond chance',
    anomalyNote: 'Anomalies per 1,000 transactions of that hour (business time zone) and type.',
    noAnomalies: {
      no_transactions: 'The data has no transactions, so there are no anomalies.',
      not_connected: 'Anomalies are read from Elasticsearch, and ELASTICSEARCH_URL is not set.',
    },
    anomalyFinding: (type, hour, rate, overall) =>
      `What stands out beyond chance: ${type} at ${hour}, with anomalies in ${rate} of transactions against ${overall} overall`,
    noAnomalyFound: 'No hour and type stands out from the rest beyond chance.',
    anomaliesOf: (anomalies, transactions) => `${anomalies} anomalies in ${transactions} transactions`,
    field: 'Field',
    missing: 'Missing',
    values: 'Distinct values',
    count: 'Count',
    share: 'Share',
    type: 'Type',
    method: (tests) =>
      `Sentences are made from the computed results alone. The p-values of the ${tests} questions about customers are corrected together (Benjamini–Hochberg); a difference counts below 0.05. Intervals are of 95 %. What goes together need not cause each other.`,
    independent:
      'Tests and intervals take customers as independent of each other. Where a table repeats the same customers, p-values are too small and intervals too narrow.',
    chart: (title) => `Chart: ${title}`,
    churnBy: (event, by) => `${event} by ${by}`,
    event: { churned: 'Churn', inactive: 'Inactivity' },
  },
  ko: {
    title: '고객 보고서',
    made: (world, at) => `데이터: ${world}. 작성: ${at}.`,
    sections: {
      claims: '믿음 검증',
      shares: '누가 이탈하는가?',
      boxes: '이탈 고객은 어떻게 다른가?',
      pair: '두 가지 습관 비교',
      correlations: '무엇이 함께 움직이는가?',
      anomalies: '언제 거래가 이상한가?',
      counts: '적재된 데이터',
    },
    customers: '고객',
    transactions: '거래',
    actions: '행동',
    churnShare: '이탈률',
    inactiveShare: '비활성률(규칙)',
    interval: (low, high) => `95 % 구간 ${low} – ${high}`,
    inactiveRule:
      '데이터에 이탈 라벨이 없습니다. 본인 평균 주문 간격의 3배(최소 30일), 주문이 한 번이면 90일 동안 주문이 없으면 비활성으로 봅니다.',
    noChurn: '이탈 라벨도, 비활성을 판단할 거래도 없어 이탈을 보고하지 않습니다.',
    none: '표시할 내용이 없습니다. 적재된 데이터에 해당 값이 없습니다.',
    of: (events, n) => `${n}명 중 ${events}명`,
    median: '중앙값',
    mean: '평균',
    quartiles: '사분위수',
    outliers: '수염 밖',
    boxNote: '상자: 사분위수. 선: 중앙값. 마름모: 평균. 수염: 상자 길이 1.5배 안의 가장 먼 값.',
    pairNote: (event) => `면적: 고객 수. 안쪽 원: 그중 ${event} 고객.`,
    correlationNote: '두 값이 모두 있는 고객의 피어슨 r. 가운뎃점: 보정 후 우연과 구별되지 않음.',
    trend: (rising) => `단계에 따라 비율이 ${rising ? '상승' : '하락'}`,
    noTrend: '단계에 따른, 우연을 넘는 추세 없음',
    anomalyNote: '해당 시각(업무 시간대)과 유형의 거래 1,000건당 이상 거래 수.',
    noAnomalies: {
      no_transactions: '거래가 없어 이상 거래도 없습니다.',
      not_connected: '이상 거래는 Elasticsearch에서 읽는데, ELASTICSEARCH_URL이 설정되지 않았습니다.',
    },
    anomalyFinding: (type, hour, rate, overall) =>
      `우연을 넘어 두드러지는 곳: ${hour} ${type}, 이상 거래 ${rate} (전체 ${overall})`,
    noAnomalyFound: '우연을 넘어 두드러지는 시각과 유형이 없습니다.',
    anomaliesOf: (anomalies, transactions) => `거래 ${transactions}건 중 이상 ${anomalies}건`,
    field: '항목',
    missing: '결측',
    values: '서로 다른 값',
    count: '건수',
    share: '비율',
    type: '유형',
    method: (tests) =>
      `문장은 계산 결과만으로 만듭니다. 고객에 관한 질문 ${tests}개의 p값을 함께 보정하며(Benjamini–Hochberg), 0.05 미만을 차이로 봅니다. 구간은 95 %입니다. 함께 움직인다고 원인인 것은 아닙니다.`,
    independent:
      '검정과 구간은 고객이 서로 독립이라고 가정합니다. 같은 고객이 반복된 표에서는 p값이 너무 작고 구간이 너무 좁습니다.',
    chart: (title) => `차트: ${title}`,
    churnBy: (event, by) => `${by}별 ${event}`,
    event: { churned: '이탈', inactive: '비활성' },
  },
};
