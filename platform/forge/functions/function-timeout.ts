/** The platform ended a function, which took longer than it may. */
export class FunctionTimeout extends Error {
  override readonly name = 'FunctionTimeout';
}
