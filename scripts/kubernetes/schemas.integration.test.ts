import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pythonPackages } from '@spendscope/testing';
import { kustomizations, kustomize } from './resources';

const kubernetes = path.resolve(__dirname, '../../deploy/kubernetes');
const build = kustomize();
const programs = build && pythonPackages('kubernetes-validate', ['kubernetes-validate==1.37.0']);

function validated(text: string): { status: number | null; said: string } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'spendscope-kubernetes-'));
  try {
    const file = path.join(folder, 'resources.yaml');
    writeFileSync(file, text);
    const program = path.join(programs!, 'kubernetes-validate');
    const { status, stdout, stderr } = spawnSync(program, ['--strict', '--quiet', file], { encoding: 'utf8' });
    return { status, said: `${stdout}${stderr}`.trim() };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const whenThere = programs ? describe : describe.skip;
whenThere('kubernetes-validate (skipped without PyPI, or without kustomize and kubectl)', () => {
  it.each(kustomizations(kubernetes))('takes %s', (folder) => {
    expect(validated(build!(path.join(kubernetes, folder)))).toEqual({ status: 0, said: '' });
  });

  it('refuses a field that is misspelt', () => {
    const misspelt = build!(path.join(kubernetes, 'base')).replace('readinessProbe:', 'readynessProbe:');
    expect(validated(misspelt)).toEqual({ status: 1, said: expect.stringContaining('readynessProbe') });
  });
});
