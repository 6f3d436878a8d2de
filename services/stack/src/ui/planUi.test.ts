import { planUi } from './planUi';

describe('planUi', () => {
  const address = 'http://localhost:3000/';

  it('takes a given Grafana as it is, with the issuer that it signs with', async () => {
    const plan = await planUi({ GRAFANA_URL: 'https://grafana.example' }, address, 'embedded');
    expect(plan).toMatchObject({ kind: 'given', url: 'https://grafana.example/', issuer: 'https://grafana.example/' });
    expect(plan.service).toBeUndefined();
  });

  it('says what is wrong with GRAFANA_HOME', async () => {
    await expect(planUi({ GRAFANA_HOME: '/nowhere' }, address, 'embedded')).rejects.toThrow(
      '/nowhere/bin/grafana is not there'
    );
  });
});
