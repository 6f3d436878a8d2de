import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment } from '@spendscope/contracts';
import { parse } from 'yaml';
import { signatureHeaders } from '../../identity/machines';

const file = join(__dirname, '../../../../../provisioning/alerting/contact-points.yaml');

it('takes what the provisioned contact point sends: its address, headers and secret', () => {
  const { contactPoints } = parse(readFileSync(file, 'utf8'));
  const [receiver] = contactPoints[0].receivers;
  const headers = Object.keys(signatureHeaders('s', '', new Date())).sort();
  const { header, timestampHeader, secret } = receiver.settings.hmacConfig;
  expect([header, timestampHeader].map((name: string) => name.toLowerCase()).sort()).toEqual(headers);
  expect(secret).toBe(`$${environment.alertSecret}`);
  expect(receiver.settings.url).toBe(`$${environment.apiUrl}/v1/hooks/grafana-alert`);
});
