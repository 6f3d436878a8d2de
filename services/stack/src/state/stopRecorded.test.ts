import { type ChildProcess, spawn } from 'node:child_process';
import { waitForExit } from '../process/waitForExit';
import { describeProcess } from './stackState';
import { stopRecorded } from './stopRecorded';

const sleeper = async (): Promise<ChildProcess> => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' });
  await new Promise((resolve) => child.once('spawn', resolve));
  return child;
};

describe('stopRecorded', () => {
  it('stops what is recorded and leaves a stranger that has a recorded number', async () => {
    const ours = await sleeper();
    const stranger = await sleeper();
    try {
      const report = await stopRecorded({
        starter: { name: 'npm start', pid: stranger.pid!, start: 'of an earlier process' },
        parts: [describeProcess('api', ours.pid!)!],
        docker: false,
        address: '',
      });
      expect(report).toEqual({ stopped: ['api'], killed: [] });
      expect((await waitForExit(ours)).signal).toBe('SIGTERM');
      expect(stranger.exitCode).toBeNull();
      expect(stranger.signalCode).toBeNull();
    } finally {
      stranger.kill('SIGKILL');
      ours.kill('SIGKILL');
    }
  });
});
