import { Writable } from 'node:stream';
import fastify from 'fastify';
import { createLogger } from './logger';

function logged(write: (logger: ReturnType<typeof createLogger>) => void): string[] {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  write(createLogger('info', sink));
  return lines;
}

describe('the log', () => {
  it('keeps tokens out, wherever they stand', () => {
    const [line] = logged((logger) =>
      logger.info(
        {
          headers: { authorization: 'Bearer s3cret', 'x-grafana-id': 's3cret' },
          user: { password: 's3cret' },
          password: 's3cret',
        },
        'hello'
      )
    );
    expect(line).not.toContain('s3cret');
    expect(line).toContain('[redacted]');
  });

  it('writes one line per event, whatever a text holds', () => {
    const lines = logged((logger) => logger.warn({ login: 'a\n{"level":50}\r\u2028' }, 'x\n{"msg":"forged"}'));
    expect(lines).toHaveLength(1);
    expect(lines[0]!.trimEnd().split(/\r|\n/)).toHaveLength(1);
    expect(JSON.parse(lines[0]!).msg).toBe('x\n{"msg":"forged"}');
  });

  it('keeps an error’s text inside of its field, wherever the caller’s words got into it', () => {
    const forged = '\n{"level":50,"msg":"forged"}\r\n\u2028';
    const error = new Error(`cannot read ${forged}`, { cause: new Error(forged) });
    const lines = logged((logger) => {
      logger.error({ err: error, path: forged }, 'request failed');
      logger.info('after');
    });
    const entries = lines
      .join('')
      .trimEnd()
      .split(/\r|\n/)
      .map((line) => JSON.parse(line));
    expect(entries.map(({ msg }) => msg)).toEqual(['request failed', 'after']);
    expect(entries[0]).toMatchObject({ path: forged, err: { message: error.message, cause: { message: forged } } });
  });

  it('says why, down to the first cause, and nothing of a failed request’s credentials', () => {
    const cause = Object.assign(new Error('connection refused'), { meta: { headers: { authorization: 's3cret' } } });
    const [line] = logged((logger) => logger.error({ err: new Error('not stored', { cause }) }));
    expect(JSON.parse(line!).err).toMatchObject({ message: 'not stored', cause: { message: 'connection refused' } });
    expect(line).not.toContain('s3cret');
  });

  it('logs of a request its method, path and id', async () => {
    const lines: string[] = [];
    const sink = new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        done();
      },
    });
    const app = fastify({ loggerInstance: createLogger('info', sink), genReqId: () => 'r-1' });
    app.get('/v1/things', async () => 'ok');
    await app.inject({ url: '/v1/things?secret=s3cret', headers: { authorization: 'Bearer s3cret' } });
    await app.close();
    expect(JSON.parse(lines[0]!).req).toEqual({ method: 'GET', path: '/v1/things', id: 'r-1' });
    expect(lines.join('')).not.toContain('s3cret');
  });
});
