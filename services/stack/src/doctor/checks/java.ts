import { lowestJava } from '../../elasticsearch/distribution';
import { findJava, javaPlace } from '../../elasticsearch/java';
import { type Check, fail, ok } from '../check';

/** The JDK that the embedded Elasticsearch runs on. */
export const checkJava: Check = async ({ env, run }) => {
  const java = await findJava(env, run);
  if (env.ELASTICSEARCH_URL) {
    return [ok('JDK', `${java?.release ?? 'none'}; not needed, ELASTICSEARCH_URL is set`)];
  }
  const fix = `Install a JDK of ${lowestJava} or newer (Debian: apt install openjdk-17-jdk-headless) or set ES_JAVA_HOME.`;
  if (!java) {
    return [fail('JDK', `none found ${javaPlace(env)}`, fix)];
  }
  if (java.release < lowestJava) {
    return [fail('JDK', `${java.release} in ${java.home} is too old`, fix)];
  }
  return [ok('JDK', `${java.release} in ${java.home}`)];
};
