/** The members of a property's JSON Schema that reading a path or a query turns on. */
export interface PropertySchema {
  readonly type?: string;
  readonly pattern?: string;
  readonly default?: unknown;
}
