import { findGrafana } from './grafanaProgram';

describe('findGrafana', () => {
  it('finds the one on the PATH and its version', async () => {
    const found = await findGrafana({}, async (program, args) =>
      program === 'grafana' && args[0] === '--version'
        ? { code: 0, stdout: 'grafana version 12.3.0\n', stderr: '' }
        : { code: 127, stdout: '', stderr: '' }
    );
    expect(found).toMatchObject({ command: 'grafana', version: '12.3.0' });
  });

  it('is content without any', async () => {
    expect(await findGrafana({}, async () => ({ code: 127, stdout: '', stderr: '' }))).toBeUndefined();
  });
});
