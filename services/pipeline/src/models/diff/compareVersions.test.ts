import { compareVersions } from './compareVersions';

it('tells how far two versions differ, and which alarms each has', () => {
  const live = { scores: [0.1, 0.5, 0.9, 0.8], threshold: 0.8 };
  const candidate = { scores: [0.2, 0.7, 0.5, 0.9], threshold: 0.6 };
  expect(compareVersions(live, candidate)).toEqual({
    ...{ compared_rows: 4, alarms_live: 2, alarms_candidate: 2, alarms_both: 1 },
    score_change_mean: expect.closeTo(0.2, 10),
    score_change_max: expect.closeTo(0.4, 10),
    rank_correlation: expect.closeTo(0.4, 10),
  });
});

it('finds no correlation where a version says the same of all, and no difference of none', () => {
  const none = { scores: [], threshold: 0.5 };
  expect(compareVersions(none, none)).toMatchObject({ compared_rows: 0, score_change_mean: 0 });
  const same = { scores: [0.5, 0.5, 0.5], threshold: 0.5 };
  expect(compareVersions(same, { ...same, scores: [0.1, 0.2, 0.3] })).not.toHaveProperty('rank_correlation');
});
