import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The launcher in a clone of its own, where nothing was installed and package.json asks for this Node. */
function launch(engine: string): { status: number | null; stderr: string } {
  const clone = mkdtempSync(path.join(tmpdir(), 'spendscope-launch-'));
  try {
    cpSync(path.join(__dirname, 'run.cjs'), path.join(clone, 'scripts/node/run.cjs'));
    writeFileSync(path.join(clone, 'package.json'), JSON.stringify({ engines: { node: `>=${engine}` } }));
    return spawnSync(process.execPath, ['scripts/node/run.cjs', 'start.ts'], { cwd: clone, encoding: 'utf8' });
  } finally {
    rmSync(clone, { recursive: true });
  }
}

describe('scripts/node/run.cjs', () => {
  it('says in one line that Node is too old, and what to do', () => {
    const { status, stderr } = launch('999.0.0');
    expect(stderr).toBe(
      `✗ Node ${process.versions.node} is too old.\n` +
        '  → Install Node 999.0.0 or newer, for example from nodejs.org, then run npm ci again.\n'
    );
    expect(status).toBe(1);
  });

  it('says in one line that npm ci was forgotten', () => {
    const { status, stderr } = launch('20.19.0');
    expect(stderr).toBe('✗ The dependencies are not installed.\n  → Run npm ci first.\n');
    expect(status).toBe(1);
  });
});
