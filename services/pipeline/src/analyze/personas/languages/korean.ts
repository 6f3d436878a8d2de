import type { PersonaKey } from '../archetypes';
import type { Bound } from '../personaRules';
import type { PersonaLanguage, PersonaText } from './language';

const texts: Readonly<Record<PersonaKey, PersonaText>> = {
  core: {
    name: '핵심 단골 고객',
    description: '자주, 최근까지, 많이 구매합니다. 이 고객들이 매출을 떠받칩니다.',
    strategies: [
      {
        action: '가장 먼저 감사를 전합니다: 새 혜택을 누구보다 먼저 이용하게 합니다',
        channel: '앱 푸시',
        offer: '2주 먼저 이용',
        kpi: '30일 안에 다시 찾은 비율',
        limit: '한 달에 메시지 두 번까지',
      },
      {
        action: '다음에 바라는 것을 직접 고르게 하고, 그 결과를 보여 줍니다',
        channel: '앱 설문',
        kpi: '응답률과 응답자의 재구매 금액',
        limit: '분기에 설문 한 번',
      },
      {
        action: '서비스 품질을 이 그룹에서 가장 먼저 살핍니다',
        channel: '고객 상담',
        kpi: '첫 응답까지 걸린 시간, 고객 1,000명당 불만 건수',
        limit: '불만이 10분의 1 늘면 캠페인을 멈춥니다',
      },
    ],
  },
  leaving: {
    name: '이탈 고위험 고객',
    description: '예전에는 자주, 적지 않게 구매했지만 평소 습관보다 뜸해졌습니다.',
    strategies: [
      {
        action: '무엇이 불편했는지 한 가지만 묻고, 담당자와 바로 이어 줍니다',
        channel: '이메일, 상위 10분의 1은 전화',
        kpi: '응답률, 일주일 안에 해결된 문제 수',
        limit: '첫 전화에 답이 없으면 다시 걸지 않습니다',
      },
      {
        action: '가장 많이 쓰던 업종의 혜택으로 되찾습니다',
        channel: '앱 푸시',
        offer: '주 이용 업종 혜택 30일간 두 배',
        kpi: '따로 둔 10분의 1과 견주어 30일 안에 다시 활동한 비율',
        limit: '따로 둔 그룹도 그만큼 돌아오면 멈춥니다',
      },
      {
        action: '원인부터 없앱니다: 미처리 불만과 결제 실패를 먼저 확인합니다',
        channel: '내부 업무',
        kpi: '사흘 넘게 열린 건수',
        limit: '미처리 불만이 있는 고객에게는 제안하지 않습니다',
      },
    ],
  },
  inactive: {
    name: '장기 미이용 고객',
    description: '드물게, 적게 구매했고 그것도 오래전 일입니다.',
    strategies: [
      {
        action: '떠난 뒤 달라진 점을 적은 비용으로 한 번 알립니다',
        channel: '이메일',
        kpi: '60일 안에 열어 보고 돌아온 비율',
        limit: '분기에 메시지 한 번까지',
      },
      {
        action: '쉽게 돌아올 길을 냅니다: 로그인과 주문을 한 단계로',
        channel: '안내 페이지',
        offer: '첫 주문 무료 배송 또는 수수료 면제',
        kpi: '되찾은 고객 한 명당 비용',
        limit: '이 그룹의 연평균 이익을 넘으면 멈춥니다',
      },
      {
        action: '깔끔하게 보내 줍니다: 소식을 계속 받고 싶은지 묻습니다',
        channel: '이메일',
        kpi: '계속 연락할 수 있는 주소의 비율',
        limit: '답이 없으면 더는 마케팅하지 않습니다',
      },
    ],
  },
  one_off: {
    name: '일회성 고액 고객',
    description: '횟수는 적지만 금액이 큽니다. 목적이 있어 왔다가 떠났습니다.',
    strategies: [
      {
        action: '구매한 물건 자체를 챙깁니다: 관리, 부속, 사후 서비스',
        channel: '이메일',
        kpi: '90일 안에 두 번째로 구매한 비율',
        limit: '구매 뒤 메시지 세 번, 그다음은 보내지 않습니다',
      },
      {
        action: '큰 구매 곁에 일상에서 쓸 작은 쓰임새를 보여 줍니다',
        channel: '앱',
        offer: '두 번째 업종 혜택',
        kpi: '90일 뒤 이용하는 업종 수',
        limit: '어차피 살 것에는 혜택을 주지 않습니다',
      },
      {
        action: '같은 일이 다시 올 때 제때 알립니다',
        channel: '이메일',
        kpi: '그 시기 앞뒤 4주간의 주문 수',
        limit: '되풀이되는 일에만 보냅니다',
      },
    ],
  },
  old_big: {
    name: '과거 고액 고객',
    description: '예전에 많이 썼지만 마지막 구매가 오래전입니다.',
    strategies: [
      {
        action: '무엇을 좋아했는지 적은 편지를 결정권자의 이름으로 보냅니다',
        channel: '편지 또는 전화',
        kpi: '답한 비율',
        limit: '한 해에 한 번',
      },
      {
        action: '예전 등급을 시험 삼아 돌려줍니다',
        channel: '이메일',
        offer: '60일간 예전 등급',
        kpi: '시험 기간 지출을 예전 평균과 비교',
        limit: '30일 동안 쓰지 않으면 끝냅니다',
      },
      {
        action: '지출이 어디로 갔는지 찾습니다: 먼저 줄어든 업종부터',
        channel: '분석',
        kpi: '감소분 가운데 설명된 비율',
        limit: '집계된 값만 씁니다',
      },
    ],
  },
  middle: {
    name: '중간 고객',
    description: '모든 면에서 평균에 가깝습니다. 여기서 자라기도 하고 줄기도 합니다.',
    strategies: [
      {
        action: '비슷한 고객이 쓰는 업종을 하나 더 권합니다',
        channel: '앱',
        kpi: '60일 안에 새 업종을 쓴 비율',
        limit: '한 달에 제안 한 번',
      },
      {
        action: '금액보다 꾸준함에 보답합니다',
        channel: '앱',
        offer: '석 달 연속 이용 보너스',
        kpi: '반년 가운데 이용한 달 수',
        limit: '보너스가 늘어난 이익보다 크면 멈춥니다',
      },
      {
        action: '반복되는 일은 스스로 처리하게 합니다',
        channel: '앱',
        kpi: '디지털 회원 비율',
        limit: '상담원에게 닿는 길은 남깁니다',
      },
    ],
  },
  promising: {
    name: '최근 유입 유망 고객',
    description: '최근에 구매했지만 아직 드물고 적습니다. 지금 습관이 만들어집니다.',
    strategies: [
      {
        action: '세 단계로 맞이하고, 단계마다 해 볼 것 하나를 줍니다',
        channel: '이메일과 앱',
        kpi: '60일 안에 세 번째로 구매한 비율',
        limit: '세 번째 단계에서 끝냅니다',
      },
      {
        action: '두 번째 구매를 쉽고 빠르게 합니다',
        channel: '앱 푸시',
        offer: '14일 안에 쓰는 작은 혜택',
        kpi: '따로 둔 10분의 1과 견준 두 번째 구매까지의 일수',
        limit: '고객 한 명에 혜택 하나',
      },
      {
        action: '무엇을 찾아왔는지 일찍 묻습니다',
        channel: '구매 뒤 질문 하나',
        kpi: '응답률',
        limit: '두 번 묻지 않습니다',
      },
    ],
  },
  fading: {
    name: '멀어지는 고객',
    description: '많이 산 적이 없고 한동안 오지 않았습니다. 일부는 아직 닿을 수 있습니다.',
    strategies: [
      {
        action: '기억에 남아 있을 때 찾던 업종을 한 번 알립니다',
        channel: '이메일',
        kpi: '따로 둔 10분의 1과 견주어 45일 안에 돌아온 비율',
        limit: '메시지 한 번, 두 번째 제안은 없습니다',
      },
      {
        action: '수고를 덜어 줍니다: 저장된 장바구니, 한 단계 주문',
        channel: '앱',
        kpi: '시작한 주문 가운데 끝낸 주문',
        limit: '추가 할인은 없습니다',
      },
      {
        action: '어떤 첫 구매가 두 번째로 이어지는지 알아내 그것을 먼저 보여 줍니다',
        channel: '분석',
        kpi: '두 번째로 구매한 새 고객의 비율',
        limit: '집계된 값만 씁니다',
      },
    ],
  },
  active: {
    name: '활발한 단골 고객',
    description: '최근에, 남들보다 자주 구매합니다. 다음 핵심 고객입니다.',
    strategies: [
      {
        action: '한 걸음 더 가면 무엇이 좋은지 보여 줍니다: 다음 등급까지 남은 거리',
        channel: '앱',
        offer: '한 달간 다음 등급의 혜택',
        kpi: '90일 안에 다음 등급에 오른 비율',
        limit: '3분의 1 넘게 남은 고객에게는 보내지 않습니다',
      },
      {
        action: '핵심 고객이 다음으로 더하는 업종을 권합니다',
        channel: '앱 푸시',
        kpi: '60일 뒤 이용하는 업종 수',
        limit: '한 달에 제안 한 번',
      },
      {
        action: '불만에는 하루 안에 답합니다',
        channel: '고객 상담',
        kpi: '첫 응답까지 걸린 시간',
        limit: '미처리 불만이 있는 고객에게는 캠페인을 하지 않습니다',
      },
    ],
  },
  leaving_early: {
    name: '조기 이탈 고객',
    description: '최근에 와서 조금 샀고, 다른 고객보다 자주 떠납니다.',
    strategies: [
      {
        action: '처음 며칠 안에 무엇이 안 되었는지 묻습니다',
        channel: '앱 안 질문 하나',
        kpi: '응답률, 가장 잦은 이유',
        limit: '두 번 묻지 않습니다',
      },
      {
        action: '새 고객의 불만을 가장 먼저 해결합니다',
        channel: '고객 상담',
        kpi: '이틀 안에 해결된 불만',
        limit: '미처리 불만이 있는 고객에게는 제안하지 않습니다',
      },
      {
        action: '첫 몇 주를 바꿉니다: 단계는 적게, 도움은 일찍, 절반에게 먼저',
        channel: '서비스',
        kpi: '나머지 절반과 견주어 60일 뒤에도 활동하는 비율',
        limit: '나머지 절반도 그만큼 남으면 멈춥니다',
      },
    ],
  },
  resting: {
    name: '쉬어 가는 단골 고객',
    description: '자주 샀고 지금은 쉬고 있습니다. 비슷한 고객은 대부분 돌아왔습니다.',
    strategies: [
      {
        action: '평소 돌아오던 때에 알립니다',
        channel: '앱 푸시',
        kpi: '따로 둔 10분의 1과 견주어 30일 안에 다시 활동한 비율',
        limit: '쉬는 동안 알림 한 번',
      },
      {
        action: '쌓은 것이 계속 보이게 합니다: 포인트, 등급, 저장된 장바구니',
        channel: '이메일',
        kpi: '열어 본 비율',
        limit: '할인은 없습니다',
      },
      {
        action: '쉬는 기간을 지켜보고 평소 습관을 넘긴 고객을 넘겨줍니다',
        channel: '분석',
        kpi: '한 달에 이탈 그룹으로 옮긴 고객 수',
        limit: '집계된 값만 씁니다',
      },
    ],
  },
};

const measures: Readonly<Record<Bound['of'], string>> = {
  recency: '최근성',
  frequency: '구매 빈도',
  monetary: '구매 금액',
  churn: '이탈 확률',
};
const whole = (value: number): string => Math.round(value).toLocaleString('ko-KR');
const tenth = (value: number): string => (Math.round(value * 10) / 10).toLocaleString('ko-KR');

export const korean: PersonaLanguage = {
  texts,
  figures: ({ means, share, churnRate }, { of, currency }) => {
    const sum = currency === 'KRW' ? `${whole(means.monetary)}원` : [currency, whole(means.monetary)].filter(Boolean).join(' '); // prettier-ignore
    return `고객의 ${tenth(share * 100)} %. 평균 주문 ${tenth(means.frequency)}회, ${of === 'spend' ? '지출' : '캐시백'} ${sum}, 마지막 주문 ${whole(means.recency)}일 전, ${tenth(churnRate * 100)} %가 떠났거나 떠나는 중.`;
  },
  rule: (bounds, broken) => {
    const said = bounds.map(({ of, is, than }) =>
      of === 'churn' ? `${measures[of]} ${is} 전체 고객의 ${than}배` : `${measures[of]} z ${is} ${than}`
    );
    const rule = `다음을 만족하는 가장 가까운 유형: ${said.join(', ')}`;
    return broken ? `${rule}. 조건이 맞지 않지만, 맞는 유형이 남아 있지 않았습니다.` : `${rule}.`;
  },
};
