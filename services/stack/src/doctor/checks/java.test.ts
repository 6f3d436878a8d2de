import { testContext } from '../testContext';
import { checkJava } from './java';

const java = (release: string): string => `
Property settings:
    java.home = /opt/jdk
    java.specification.version = ${release}
openjdk version "${release}"`;

describe('checkJava', () => {
  it('accepts 17 and newer, and says where it is', async () => {
    const context = testContext({ run: async () => ({ code: 0, stdout: '', stderr: java('21') }) });
    expect(await checkJava(context)).toEqual([{ level: 'ok', what: 'JDK', saw: '21 in /opt/jdk' }]);
  });

  it('refuses Java 8, which calls itself 1.8', async () => {
    const context = testContext({ run: async () => ({ code: 0, stdout: '', stderr: java('1.8') }) });
    expect(await checkJava(context)).toMatchObject([{ level: 'fail', saw: '8 in /opt/jdk is too old' }]);
  });

  it('says how to get one where there is none', async () => {
    expect(await checkJava(testContext())).toMatchObject([
      { level: 'fail', saw: 'none found on the PATH', fix: expect.stringContaining('apt install') },
    ]);
  });

  it('names the variable that leads nowhere', async () => {
    const [result] = await checkJava(testContext({ env: { ES_JAVA_HOME: '/nowhere' } }));
    expect(result?.saw).toBe('none found in /nowhere (ES_JAVA_HOME)');
  });

  it('is not needed for a given Elasticsearch', async () => {
    const context = testContext({ env: { ELASTICSEARCH_URL: 'https://elasticsearch.example' } });
    expect(await checkJava(context)).toMatchObject([
      { level: 'ok', saw: 'none; not needed, ELASTICSEARCH_URL is set' },
    ]);
  });

  it('asks the Java that ES_JAVA_HOME names before any other', async () => {
    const asked: string[] = [];
    const run = async (name: string): Promise<{ code: number; stdout: string; stderr: string }> => {
      asked.push(name);
      return { code: 0, stdout: '', stderr: java('17') };
    };
    await checkJava(testContext({ env: { ES_JAVA_HOME: '/es', JAVA_HOME: '/other' }, run }));
    expect(asked).toEqual(['/es/bin/java']);
  });
});
