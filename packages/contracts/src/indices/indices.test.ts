import Value from 'typebox/value';
import { indexTemplate } from '../indexTemplate';
import { Anomaly } from './anomalies';
import { allIndices, indices } from './index';

describe('the data contract', () => {
  it('maps anomalies as alert rules and panels expect them', () => {
    expect(indices.anomalies.mapping).toMatchObject({
      user_id: { type: 'keyword' },
      anomalyScore: { type: 'float' },
      timestamp: { type: 'date' },
      features: { type: 'float' },
      prediction: { type: 'integer' },
    });
  });

  it('names nested fields by their dotted path', () => {
    expect(indices.customers.fields.rfm.log_monetary).toBe('rfm.log_monetary');
    expect(indices.transactions.fields['@timestamp']).toBe('@timestamp');
    expect(indices.transactions.fields.geo).toBe('geo');
    expect(indices.interventions.fields.target.id).toBe('target.id');
  });

  it('gives every index a name of its own, a versioned template and a strict mapping', () => {
    expect(new Set(allIndices.map((index) => index.name)).size).toBe(allIndices.length);
    for (const index of allIndices) {
      const template = indexTemplate(index);
      expect(template.version).toBeGreaterThanOrEqual(1);
      expect(template.template.mappings.dynamic).toBe('strict');
      expect(Object.keys(template.template.mappings.properties).length).toBeGreaterThan(0);
    }
  });

  it('lets no pattern of one index match the name of another', () => {
    const matches = (pattern: string, name: string): boolean =>
      new RegExp(`^${pattern.replace(/[.]/g, '\\.').replace(/\*/g, '.*')}$`).test(name);
    for (const one of allIndices) {
      for (const other of allIndices.filter((candidate) => candidate !== one)) {
        expect(matches(one.pattern, other.name)).toBe(false);
      }
    }
  });

  it('refuses an anomaly with an unknown field or a missing one', () => {
    const anomaly: Anomaly = {
      user_id: 'C-7F3K2Q9WTM',
      anomalyScore: 0.9,
      timestamp: '2026-01-01T00:00:00.000Z',
      scored_at: '2026-01-01T00:00:01.000Z',
      features: [1, 2],
      prediction: 1,
      entity_type: 'transaction',
      run_id: 'r1',
      model: 'isolation_forest',
      model_version: '1',
      rawScore: 0.7,
      scores: { isolation_forest: 0.9 },
      reasons: ['amount_above_usual'],
      reason_details: [],
    };
    expect(Value.Check(Anomaly, anomaly)).toBe(true);
    expect(Value.Check(Anomaly, { ...anomaly, original_id: 'kim' })).toBe(false);
    expect(Value.Check(Anomaly, { ...anomaly, user_id: undefined })).toBe(false);
  });
});
