import type { Language } from '@spendscope/findings';

interface AnomalyReportWords {
  title: string;
  sections: Record<
    'top' | 'reasons' | 'agreement' | 'customers' | 'strangest' | 'hours' | 'quality' | 'thresholds',
    string
  >;
  transactions: string;
  anomalies: string;
  anomaliesNote: (share: string) => string;
  customers: string;
  flaggedByAll: string;
  flaggedByAllNote: (detectors: string) => string;
  topNote: (shown: string, all: string, currency: string, timeZone: string) => string;
  strangestNote: string;
  rank: string;
  score: string;
  when: string;
  customer: string;
  transaction: string;
  amount: string;
  where: string;
  votes: string;
  votesOf: (flagged: string, asked: string) => string;
  why: string;
  count: string;
  share: string;
  flaggedBy: string;
  nobody: string;
  agreementNote: string;
  reasonsNote: string;
  highest: string;
  sum: string;
  none: string;
  qualityNote: (top: string) => string;
  detector: string;
  group: string;
  all: string;
  planted: string;
  recallTop: (top: string) => string;
  precisionTop: (top: string) => string;
  recallThreshold: string;
  precisionThreshold: string;
  threshold: string;
  alarms: string;
  recall: string;
  precision: string;
  cost: string;
  leastCost: (missed: string, alarm: string) => string;
  noThreshold: string;
  thresholdNote: string;
  method: string;
  limits: string;
}

export const anomalyReportWords: Record<Language, AnomalyReportWords> = {
  en: {
    title: 'Anomaly report',
    sections: {
      top: 'What stands out most?',
      reasons: 'Why?',
      agreement: 'Do the detectors agree?',
      customers: 'Whose transactions?',
      strangest: 'Which customers are strange as a whole?',
      hours: 'When do transactions look wrong?',
      quality: 'Is what was planted found?',
      thresholds: 'Which threshold?',
    },
    transactions: 'Transactions',
    anomalies: 'Anomalies',
    anomaliesNote: (share) => `${share} of transactions, at or above 0.8`,
    customers: 'Customers with one',
    flaggedByAll: 'Flagged by all detectors',
    flaggedByAllNote: (detectors) => detectors,
    topNote: (shown, all, currency, timeZone) =>
      `The ${shown} highest scores of ${all} anomalies. Amounts in ${currency}, times in ${timeZone}. A detector’s own score stands in its column; where it is at or above 0.8 it votes for an anomaly.`,
    strangestNote:
      'A score of their own, calibrated among customers: their three strangest transactions, and their figures beside those of all. A customer can be strange without any one transaction that is.',
    rank: '#',
    score: 'Score',
    when: 'When',
    customer: 'Customer',
    transaction: 'Transaction',
    amount: 'Amount',
    where: 'Where',
    votes: 'Votes',
    votesOf: (flagged, asked) => `${flagged} of ${asked}`,
    why: 'Why',
    count: 'Count',
    share: 'Share',
    flaggedBy: 'Flagged by',
    nobody: 'no detector alone, only by all together',
    agreementNote: 'Anomalies by the detectors whose own score is at or above 0.8.',
    reasonsNote: 'How many anomalies have each among their three strongest reasons.',
    highest: 'Highest score',
    sum: 'Sum',
    none: 'No transaction scores 0.8 or more.',
    qualityNote: (top) =>
      `Against the anomalies that the data was made with. Kinds are held against ordinary transactions, styles are ranked among themselves. “@${top}” are the ${top} highest scores of all.`,
    detector: 'Detector',
    group: 'Kind or style',
    all: 'All',
    planted: 'Planted',
    recallTop: (top) => `Recall@${top}`,
    precisionTop: (top) => `Precision@${top}`,
    recallThreshold: 'Recall ≥ 0.8',
    precisionThreshold: 'Precision ≥ 0.8',
    threshold: 'Threshold',
    alarms: 'Alarms',
    recall: 'Recall',
    precision: 'Precision (95 %)',
    cost: 'Cost of a transaction',
    leastCost: (missed, alarm) => `Least cost, where a missed anomaly costs ${missed} and a false alarm ${alarm}:`,
    noThreshold: 'none',
    thresholdNote:
      'Thresholds of the combined score for a number of alarms that somebody can look at. They were chosen on this data: expect a little less elsewhere.',
    method:
      'Every score is calibrated: 0.8 is exceeded by one in a hundred transactions of the run, and each halving of the distance to 1 is ten times rarer. The combined score is calibrated from the mean of the detectors’ scores.',
    limits:
      'A high score says that a transaction is unlike the customer’s others and unlike most. It does not say that it is fraud. Customers are shown by token.',
  },
  ko: {
    title: '이상 거래 보고서',
    sections: {
      top: '무엇이 가장 두드러지는가?',
      reasons: '이유',
      agreement: '탐지기들의 판단은 일치하는가?',
      customers: '누구의 거래인가?',
      strangest: '전체적으로 이상한 고객은 누구인가?',
      hours: '언제 거래가 이상한가?',
      quality: '심어 둔 이상을 찾아내는가?',
      thresholds: '어떤 임계값이 알맞은가?',
    },
    transactions: '거래',
    anomalies: '이상 거래',
    anomaliesNote: (share) => `거래의 ${share}, 0.8 이상`,
    customers: '해당 고객',
    flaggedByAll: '모든 탐지기가 지목',
    flaggedByAllNote: (detectors) => detectors,
    topNote: (shown, all, currency, timeZone) =>
      `이상 거래 ${all}건 중 점수 상위 ${shown}건. 금액은 ${currency}, 시각은 ${timeZone} 기준. 각 열은 탐지기 자체 점수이며, 0.8 이상이면 이상으로 투표합니다.`,
    strangestNote:
      '고객끼리 보정한 고객 자신의 점수입니다. 가장 이상한 거래 세 건과 전체 고객에 견준 지표로 매깁니다. 이상한 거래 하나 없이도 이상한 고객일 수 있습니다.',
    rank: '#',
    score: '점수',
    when: '시각',
    customer: '고객',
    transaction: '거래',
    amount: '금액',
    where: '위치',
    votes: '투표',
    votesOf: (flagged, asked) => `${asked} 중 ${flagged}`,
    why: '이유',
    count: '건수',
    share: '비율',
    flaggedBy: '지목한 탐지기',
    nobody: '단독 지목 없음, 합산에서만',
    agreementNote: '자체 점수가 0.8 이상인 탐지기별 이상 거래 수.',
    reasonsNote: '가장 강한 세 가지 이유에 포함된 이상 거래 수.',
    highest: '최고 점수',
    sum: '합계',
    none: '점수가 0.8 이상인 거래가 없습니다.',
    qualityNote: (top) =>
      `데이터를 만들 때 심은 이상과 비교했습니다. 종류는 보통 거래와, 유형은 같은 유형 안에서 비교합니다. “@${top}”은 전체 상위 ${top}건입니다.`,
    detector: '탐지기',
    group: '종류 또는 유형',
    all: '전체',
    planted: '심은 수',
    recallTop: (top) => `재현율@${top}`,
    precisionTop: (top) => `정밀도@${top}`,
    recallThreshold: '재현율 ≥ 0.8',
    precisionThreshold: '정밀도 ≥ 0.8',
    threshold: '임계값',
    alarms: '경보',
    recall: '재현율',
    precision: '정밀도 (95 %)',
    cost: '거래당 비용',
    leastCost: (missed, alarm) => `놓친 이상의 비용이 ${missed}, 오경보의 비용이 ${alarm}일 때 최소 비용:`,
    noThreshold: '없음',
    thresholdNote:
      '사람이 살펴볼 수 있는 경보 수에 맞춘 합산 점수의 임계값. 이 데이터에서 골랐으므로 다른 데이터에서는 조금 낮을 수 있습니다.',
    method:
      '모든 점수는 보정됩니다. 0.8을 넘는 거래는 실행 기간의 100건 중 1건이며, 1까지의 거리가 절반이 될 때마다 열 배 드물어집니다. 합산 점수는 탐지기 점수의 평균을 보정한 값입니다.',
    limits:
      '높은 점수는 그 거래가 고객의 다른 거래, 그리고 대부분의 거래와 다르다는 뜻이며, 사기라는 뜻은 아닙니다. 고객은 토큰으로 표시합니다.',
  },
};
