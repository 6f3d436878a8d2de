import type { Random } from '@spendscope/analytics';

// Made from syllables and common words, so that every name is invented and none is taken from a list of people.
const familyNames = ['김', '이', '박', '최', '정', '강', '조', '윤', '장', '임', '한', '오', '서', '신', '권'];
const firstSyllables = ['가', '나', '다', '라', '민', '서', '지', '하', '도', '유', '예', '시', '은', '태', '준', '소'];
const secondSyllables = [
  '람',
  '율',
  '온',
  '린',
  '호',
  '아',
  '진',
  '솔',
  '결',
  '빈',
  '원',
  '희',
  '담',
  '우',
  '슬',
  '현',
];
const englishFirst = ['Arin', 'Bram', 'Cleo', 'Dara', 'Edan', 'Fleur', 'Gwen', 'Hale', 'Iona', 'Jory', 'Kian', 'Lumi'];
const englishLast = ['Ashmere', 'Brightwell', 'Calder', 'Dunmore', 'Elmsworth', "O'Farrow", 'Greystone', 'Hollin'];

/** An invented name; one in twenty is written in Latin letters. */
export function drawName(random: Random): string {
  if (random.chance(0.05)) {
    return `${random.pick(englishFirst)} ${random.pick(englishLast)}`;
  }
  return random.pick(familyNames) + random.pick(firstSyllables) + random.pick(secondSyllables);
}
