import { elasticsearchErrorText } from './answerFrames';

describe('elasticsearchErrorText', () => {
  it.each([
    [
      { reason: 'all shards failed', root_cause: [{ reason: 'Failed to parse query [a:[1]' }] },
      'Failed to parse query [a:[1]',
    ],
    [{ reason: 'no such index', root_cause: [] }, 'no such index'],
    [{ caused_by: { reason: 'too many buckets' } }, 'too many buckets'],
  ])('takes the sentence that says most from %j', (error, expected) => {
    expect(elasticsearchErrorText(error)).toBe(expected);
  });

  it('says so where there is none', () => {
    expect(elasticsearchErrorText(null)).toContain('does not explain');
  });
});
