import { lowestJava } from '../../elasticsearch/distribution';
import { findJava } from '../../elasticsearch/java';
import { type Check, fail, ok } from '../check';

/** The JDK that the embedded Elasticsearch runs on. */
export const checkJava: Check = async ({ env, run }) => {
  const java = await findJava(env, run);
  const fix = `Install a JDK of ${lowestJava} or newer (Debian: apt install openjdk-17-jdk-headless) or set ES_JAVA_HOME.`;
  if (!java) {
    return [fail('JDK', 'none found', fix)];
  }
  if (java.release < lowestJava) {
    return [fail('JDK', `${java.release} in ${java.home} is too old`, fix)];
  }
  return [ok('JDK', `${java.release} in ${java.home}`)];
};
