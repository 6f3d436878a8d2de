/** The broker that tests and trials run: Apache Kafka as it is published to Maven Central, in KRaft mode. */
export const kafkaVersion = '4.3.1';

export const kafkaCoordinates = `org.apache.kafka:kafka_2.13:${kafkaVersion}`;

/** Maven's description of what to fetch: the broker and what it needs at run time. */
export const kafkaPom = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>spendscope</groupId>
  <artifactId>kafka-broker</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>org.apache.kafka</groupId>
      <artifactId>kafka_2.13</artifactId>
      <version>${kafkaVersion}</version>
    </dependency>
  </dependencies>
</project>
`;
