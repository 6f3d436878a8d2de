import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { notificationVariables } from './notificationVariables';
import { writeProvisioning } from './writeProvisioning';

const root = resolve(__dirname, '../../../..');
const secret = 'https://hooks.slack.example/services/T/B/x';

describe('writeProvisioning', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spendscope-provisioning-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const filesIn = (where: string): string[] =>
    readdirSync(where, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(where.length))
      .sort();
  const textIn = (where: string, file: string): string => readFileSync(join(where, file), 'utf8');

  it('writes what is committed where nobody is to be told', async () => {
    await writeProvisioning(root, folder, {});
    const files = filesIn(folder);
    expect(files).toEqual(filesIn(join(root, 'provisioning')));
    for (const file of files) {
      expect(textIn(folder, file)).toBe(textIn(join(root, 'provisioning'), file));
    }
  });

  it('adds the channels that are set up, by the names of their secrets, and removes what stood there', async () => {
    writeFileSync(join(folder, 'alerting', 'old.yaml'), 'apiVersion: 1');
    await writeProvisioning(root, folder, { SPENDSCOPE_ALERT_SLACK_URL: secret });
    const files = filesIn(folder);
    expect(files).toEqual(filesIn(join(root, 'provisioning')));
    expect(textIn(folder, 'alerting/contact-points.yaml')).toContain('url: $SPENDSCOPE_ALERT_SLACK_URL');
    expect(files.filter((file) => textIn(folder, file).includes(secret))).toEqual([]);
  });
});

it('hands Grafana what tells people and its settings for mail, and nothing else', () => {
  const wanted = { SPENDSCOPE_ALERT_SLACK_URL: secret, GF_SMTP_HOST: 'mail.example:25' };
  const env = { ...wanted, SPENDSCOPE_ALERT_EMAIL: '', GF_SECURITY_ADMIN_PASSWORD: 'x', SPENDSCOPE_LLM_KEY: 'x' };
  expect(notificationVariables(env)).toEqual(wanted);
});
