/** From a moment until another one, which is not in it any more; in milliseconds since 1970. */
export interface Span {
  readonly from: number;
  readonly until: number;
}
