/** The part of yauzl 3 that the set-up uses; the package brings no types. */
declare module 'yauzl' {
  interface Entry {
    readonly fileName: string;
    readonly externalFileAttributes: number;
  }
  interface ZipFile {
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(entry: Entry): Promise<import('node:stream').Readable>;
    close(): void;
  }
  export function openPromise(path: string): Promise<ZipFile>;
}
