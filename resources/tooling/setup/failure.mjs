// @ts-check

/** A step of the set-up that cannot be done: what happened, and what the reader can do about it. */
export class SetupFailure extends Error {
  /** @param {string} reason @param {string} remedy */
  constructor(reason, remedy) {
    super(reason);
    this.name = 'SetupFailure';
    this.remedy = remedy;
  }
}
