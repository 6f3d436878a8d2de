/** One call as it is really made: its body; where it has none, what it is answered; where neither, its path parameters. */
export type Example = { body: unknown } | { answer: unknown } | { parameters: Record<string, string> };

/** By method and path as OpenAPI writes it: `GET /v1/interventions/{id}`. */
export type Examples = Readonly<Record<string, Example>>;
