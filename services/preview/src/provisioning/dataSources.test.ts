import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readDataSources } from './dataSources';

function provisioning(yaml: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'spendscope-provisioning-'));
  mkdirSync(path.join(folder, 'datasources'));
  writeFileSync(path.join(folder, 'datasources', 'a.yaml'), yaml);
  return folder;
}

describe('readDataSources', () => {
  it('reads the index and the time field, with the environment filled in', () => {
    const folder = provisioning(`
datasources:
  - { uid: a, name: A, type: elasticsearch, jsonData: { index: "$PREFIX-a-*", timeField: "\${FIELD:-at}" } }
  - { uid: b, name: B, type: elasticsearch, isDefault: true, jsonData: { index: b } }
  - { uid: c, name: C, type: prometheus }
`);
    expect(readDataSources(folder, { PREFIX: 'x' })).toMatchObject([
      { uid: 'a', index: 'x-a-*', timeField: 'at', isDefault: false },
      { uid: 'b', index: 'b', timeField: '@timestamp', isDefault: true },
    ]);
  });

  it('bears values of several lines, such as certificates', () => {
    const folder = provisioning(
      'datasources:\n  - uid: a\n    type: elasticsearch\n    secureJsonData:\n      tlsCACert: $PEM\n'
    );
    expect(readDataSources(folder, { PEM: '-----BEGIN\n: x\n-----END' })).toHaveLength(1);
  });

  it('names a file that is not YAML, and bears a missing folder', () => {
    expect(() => readDataSources(provisioning('a: [1'), {})).toThrow(/a\.yaml is not valid YAML/);
    expect(readDataSources('/nonexistent', {})).toEqual([]);
  });
});
