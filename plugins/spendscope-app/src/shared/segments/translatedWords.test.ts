import { toDataFrame } from '@grafana/data';
import { readSegments } from './readSegments';
import { segmentsFrame } from './segmentsFixture';

jest.mock('../i18n/t', () => ({ t: (key: string, message: string) => (key === 'language' ? 'ko' : message) }));

describe('readSegments, in Korean', () => {
  const plan = { action: '알립니다', channel: '이메일', kpi: '응답률', limit: '한 번' };
  const words = { name: '중간 고객', description: '평균에 가깝습니다.', strategies: [plan], rule: '유형' };

  it('shows the run’s Korean words, and keeps the English name for filters', () => {
    const frame = segmentsFrame([{ name: 'Middle' }]);
    const columns = Object.entries(words).map(([key, text]) => ({ name: `translations.ko.${key}`, values: [text] }));
    frame.fields.push(...toDataFrame({ fields: columns }).fields);
    const [segment] = readSegments(frame);
    expect(segment).toMatchObject({
      name: 'Middle',
      title: '중간 고객',
      description: '평균에 가깝습니다.',
      strategies: [plan],
      rule: '유형',
    });
  });

  it('shows the English words of a run that has no others', () => {
    expect(readSegments(segmentsFrame([{ name: 'Middle' }]))[0]).toMatchObject({ title: 'Middle' });
  });
});
