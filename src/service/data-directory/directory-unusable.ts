/** The system refuses what a data directory needs: to be made, read, or written in; or it is open to others. */
export class DirectoryUnusable extends Error {
  override readonly name = 'DirectoryUnusable';
  constructor(directory: string, cause: unknown) {
    super(`The data directory ${directory} cannot be used: ${Reflect.get(Object(cause), 'message')}.`, { cause });
  }
}
