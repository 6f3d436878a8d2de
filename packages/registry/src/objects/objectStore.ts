/** Texts by key that are written once and never changed: what models and their history stand in. */
export interface ObjectStore {
  /** For people: the folder, or the bucket's address. */
  readonly place: string;
  /** Keys directly under a prefix that ends with `/`, or under the root where it is empty; sorted. */
  list(prefix: string): Promise<string[]>;
  /** Undefined where there is none. */
  read(key: string): Promise<string | undefined>;
  /** False where there is one already, which stays as it is: of two writers at once one is told so. */
  create(key: string, text: string): Promise<boolean>;
}
