import { defaultHeapMegabytes, elasticsearchYml, heapOptions } from './configuration';

describe('elasticsearchYml', () => {
  const yml = elasticsearchYml(9201, { config: '/c', data: '/d e', logs: '/l', temp: '/t', snapshots: '/s' });

  it.each([
    'network.host: "127.0.0.1"',
    'http.port: 9201',
    'discovery.type: "single-node"',
    'path.data: "/d e"',
    'path.repo: "/s"',
    'action.destructive_requires_name: true',
    'xpack.security.enabled: true',
    'xpack.security.http.ssl.enabled: true',
    'xpack.security.transport.ssl.enabled: true',
  ])('holds %s', (line) => {
    expect(yml.split('\n')).toContain(line);
  });
});

describe('the heap', () => {
  const gigabyte = 1024 ** 3;

  it.each([
    [2, 512],
    [6, 768],
    [8, 1024],
    [64, 1024],
  ])('of a machine with %s GB is %s MB', (total, heap) => {
    expect(defaultHeapMegabytes(total * gigabyte)).toBe(heap);
  });

  it('has one size from start to end', () => {
    expect(heapOptions(512).split('\n').slice(0, 2)).toEqual(['-Xms512m', '-Xmx512m']);
  });
});
